import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Content } from '../../../src/conversation/content.ts';
import type { Log } from '../../../src/conversation/log.ts';
import { transcriptOf } from '../../../src/staff/inbox/transcript.ts';
import type { Bootstrap, CaseView, TranscriptLine } from '../../../src/staff/inbox/wire.ts';
import { contentIn, longer } from '../../support/pseudo.ts';
import { anInbox, browser, nurse, refusal, type Inbox } from './inbox.ts';

// Spanish is a pseudo-language here: each of our own lines in it stands between ⟦ and ⟧.
let content: Content;
let inbox: Inbox;
beforeAll(() => {
  content = contentIn(longer);
});
beforeEach(async () => {
  inbox = await anInbox(undefined, content);
});
afterEach(() => inbox.server.close());

/** A patient who began in `language` and says these things. */
async function visit(language: string, ...says: string[]): Promise<Log> {
  await inbox.clinic.open('visit', { user: 'invented', channel: 'web', language });
  for (const [index, text] of says.entries()) await inbox.clinic.receive('visit', { id: String(index), at: '2026-11-22T09:00:00Z', text });
  return inbox.clinic.log('visit');
}

async function viewIn(language?: string): Promise<CaseView> {
  const { get } = await nurse(inbox, 'Ana Invented');
  return (await get(`/staff/api/cases/visit${language ? `?language=${language}` : ''}`)).json();
}

function linesBy(who: TranscriptLine['by'], transcript: readonly TranscriptLine[]): { text: string; language: string }[] {
  return transcript.flatMap((line) => ('language' in line && line.by === who ? [{ text: line.text, language: line.language }] : []));
}

describe('a case in the language a nurse asks for', () => {
  it('has the summary, the text to copy, the red flags and what the bot said in it, whatever the patient speaks', async () => {
    await visit('en', '1', 'yes', 'none of these', '3', 'yes since Tuesday');
    const { summary, text, transcript } = await viewIn('es');
    const ours = [summary.reasonText, summary.told?.text, ...summary.redFlags.positive.flatMap(({ name, because }) => [name, because]), ...summary.screening.map(({ name }) => name), ...summary.sections.map(({ title }) => title), text, ...linesBy('bot', transcript).map((line) => line.text)];
    expect(ours.length).toBeGreaterThan(15);
    expect(ours.filter((line) => !line?.startsWith('⟦'))).toEqual([]);
  });

  it('leaves the patient’s words as they were written, and says in what language', async () => {
    await visit('en', '1', 'yes', 'talk to a person', 'me duele mucho la espalda y la pierna cuando camino', 'español', 'gracias');
    const { transcript, summary } = await viewIn('en');
    expect(linesBy('patient', transcript)).toEqual([
      { text: '1', language: 'en' },
      { text: 'yes', language: 'en' },
      { text: 'talk to a person', language: 'en' },
      { text: 'me duele mucho la espalda y la pierna cuando camino', language: 'es' },
      { text: 'español', language: 'en' },
      { text: 'gracias', language: 'es' },
    ]);
    expect(summary.who.language).toBe('es');
  });

  it('is in the clinic’s first language if none is asked for', async () => {
    await visit('es', 'quiero hablar con una persona');
    const { summary, text } = await viewIn();
    expect(summary.reasonText).toBe('Asked for a person');
    expect(text).not.toContain('⟦');
  });

  it('is refused in a language the clinic does not speak', async () => {
    await visit('es', 'quiero hablar con una persona');
    const { get } = await nurse(inbox, 'Ana Invented');
    expect(refusal(await get('/staff/api/cases/visit?language=fr'))).toEqual({ status: 400, code: 'bad-request' });
  });
});

describe('the transcript', () => {
  it('leaves as it was shown what can not be said again, and says in what language that was', () => {
    const place = { question: null, type: null, progress: { at: 1, of: 1 }, status: 'open', language: 'es' } as const;
    const log: Log = [
      { seq: 1, at: '2026-11-22T09:00:00Z', entry: { type: 'opened', clinic: 'invented', user: 'invented', channel: 'web', language: 'es' } },
      { seq: 2, at: '2026-11-22T09:00:00Z', entry: { type: 'replied', line: { say: 'ask', question: 'no_longer_there', carer: false }, reply: { type: 'tell', text: '¿Y ahora?' }, place } },
      { seq: 3, at: '2026-11-22T09:00:00Z', entry: { type: 'replied', line: { say: 'tell', key: 'language.offer', in: 'es' }, reply: { type: 'tell', text: '¿En español?' }, place: { ...place, language: 'en' } } },
    ];
    expect(linesBy('bot', transcriptOf(log, 'en', content))).toEqual([
      { text: '¿Y ahora?', language: 'es' },
      { text: '¿En español?', language: 'es' },
    ]);
  });
});

describe('the page', () => {
  it('brings its words in every language of the clinic, with the gaps that only the browser can fill', async () => {
    const { body } = await browser(inbox).get('/staff');
    const { languages, timeZone }: Bootstrap = JSON.parse(/id="bootstrap">(.*?)<\/script>/u.exec(body)?.[1] ?? '');
    expect(timeZone).toBe('America/Chicago');
    expect(languages.map(({ language, name, direction, locale }) => [language, name, direction, locale])).toEqual([['en', 'English', 'ltr', 'en-US'], ['es', 'español', 'ltr', 'es-US']]);
    expect(languages[0]?.words['queue.claimed-by']).toBe('Claimed by {{name}}');
    expect(Object.values(languages[1]?.words ?? {}).filter((words) => !words.startsWith('⟦'))).toEqual([]);
    expect(body).toContain('<html lang="en" dir="ltr">');
  });
});
