import type { Entry, Log } from '../conversation/log.ts';

/**
 * What the patient wrote that no answer holds: not understood, or written after the handover. Nothing a patient writes is lost to
 * the nurse. Commands and taps are left out.
 */
export function otherWords(log: Log): { at: string; text: string }[] {
  const handedOver = log.findIndex(({ entry }) => entry.type === 'handed-over');
  return log.flatMap(({ entry, at }, index) => {
    if (entry.type !== 'said' || entry.tapped || entry.text.trim() === '') return [];
    const wasAnswer = turnFrom(log, index).some(({ type }) => type === 'answered');
    const wasMissed = turnFrom(log, index).some((next) => next.type === 'replied' && next.line.say === 'tell' && next.line.key.startsWith('retry.'));
    return !wasAnswer && (wasMissed || (handedOver >= 0 && index > handedOver)) ? [{ at, text: entry.text }] : [];
  });
}

/** What one message brought about: everything up to the next message. */
function turnFrom(log: Log, index: number): Entry[] {
  const rest = log.slice(index + 1);
  const next = rest.findIndex(({ entry }) => entry.type === 'said');
  return (next < 0 ? rest : rest.slice(0, next)).map(({ entry }) => entry);
}
