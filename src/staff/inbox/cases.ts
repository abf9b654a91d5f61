import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Clinic, Done } from '../../clinic.ts';
import type { Content } from '../../conversation/content.ts';
import type { Staff } from '../../conversation/log.ts';
import { ClinicError } from '../../errors.ts';
import { referenceOf } from '../../handoff/case.ts';
import type { Case } from '../../store/store.ts';
import type { Watch } from './events.ts';
import { read, staffOf } from './guard.ts';
import { transcriptOf } from './transcript.ts';
import { longestNurseMessage } from './wire.ts';
import type { CaseView, Queue, QueueRow } from './wire.ts';

const Which = z.object({ conversation: z.string().min(1).max(200) });
const Words = z.strictObject({ text: z.string().trim().min(1).max(longestNurseMessage) });
const Nothing = z.strictObject({});

interface CaseParts {
  readonly clinic: Clinic;
  readonly content: Content;
  readonly watch: Watch;
  readonly now: () => Date;
}

/** The queue, one case in the nurse's language, and what she can do with it. Behind `signedInOnly`. */
export function caseRoutes(app: FastifyInstance, { clinic, content, watch, now }: CaseParts): void {
  const InLanguage = z.object({ language: z.enum([...content.voices.keys()]).default(content.card.languages[0] ?? '') });

  app.get('/staff/api/cases', async (request): Promise<Queue> => {
    const cases = await clinic.queue(staffOf(request));
    watch.shown(cases.map(({ conversation }) => conversation));
    return { now: now().toISOString(), cases: cases.map(rowOf) };
  });

  app.get('/staff/api/cases/:conversation', async (request): Promise<CaseView> => {
    const { conversation } = read(Which, request.params);
    const { language } = read(InLanguage, request.query);
    const file = await clinic.caseFile(conversation, staffOf(request), language);
    if (!file) throw missing();
    watch.shown([conversation]);
    const { summary, text, log } = file;
    return { row: rowOf(file.case), closedAt: file.case.closedAt, summary, text, transcript: transcriptOf(log, language, content) };
  });

  const act = (name: string, does: (conversation: string, staff: Staff, body: unknown) => Promise<Done>): void => {
    app.post(`/staff/api/cases/:conversation/${name}`, async (request) => {
      const { conversation } = read(Which, request.params);
      return done(await does(conversation, staffOf(request), request.body));
    });
  };
  for (const name of ['claim', 'release', 'close'] as const) {
    act(name, (conversation, staff, body) => {
      read(Nothing, body);
      return clinic[name](conversation, staff);
    });
  }
  act('say', (conversation, staff, body) => clinic.nurseSays(conversation, staff, read(Words, body).text));
}

function rowOf({ conversation, urgency, label, handedOverAt, claimedBy }: Case): QueueRow {
  return { conversation, reference: referenceOf(conversation), urgency, label, handedOverAt, claimedBy };
}

function done(outcome: Done): { ok: true } {
  if (outcome.ok) return outcome;
  switch (outcome.why) {
    case 'claimed':
      throw new ClinicError('already-claimed', `${outcome.by} has this case.`);
    case 'closed':
      throw new ClinicError('already-closed', 'This case was closed meanwhile.');
    case 'not-found':
      throw missing();
    default:
      return outcome satisfies never;
  }
}

const missing = (): ClinicError => new ClinicError('not-found', 'There is no such case.');
