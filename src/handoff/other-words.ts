import type { Entry, Log } from '../conversation/log.ts';

/**
 * What the patient wrote that no answer holds whole: not understood, asked back, told in passing, or written after the handover.
 * Nothing a patient writes is lost to the nurse. Commands and taps are left out.
 */
export function otherWords(log: Log): { at: string; text: string }[] {
  const handedOver = log.findIndex(({ entry }) => entry.type === 'handed-over');
  return log.flatMap(({ entry, at }, index) => {
    if (entry.type !== 'said' || entry.tapped || entry.text.trim() === '') return [];
    const turn = turnFrom(log, index);
    const isHeld = turn.some((next) => next.type === 'answered' && next.words === entry.text);
    return !isHeld && (turn.some(leavesWords) || (handedOver >= 0 && index > handedOver)) ? [{ at, text: entry.text }] : [];
  });
}

/** Whether a reply says that some of the words were not taken as an answer. */
function leavesWords(entry: Entry): boolean {
  if (entry.type !== 'replied') return false;
  const { line } = entry;
  return line.say === 'perhaps' || line.say === 'mentioned' || ('key' in line && (line.key.startsWith('retry.') || line.key === 'edited' || line.key === 'noted-also' || line.key === 'change.which'));
}

/** What one message brought about: everything up to the next message. */
function turnFrom(log: Log, index: number): Entry[] {
  const rest = log.slice(index + 1);
  const next = rest.findIndex(({ entry }) => entry.type === 'said');
  return (next < 0 ? rest : rest.slice(0, next)).map(({ entry }) => entry);
}
