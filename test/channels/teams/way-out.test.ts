import { afterAll, describe, expect, it } from '@jest/globals';
import { promisesIn } from '../../../src/clinic/promises.ts';
import { makeServer } from '../../../src/http.ts';
import { startTeams } from '../../../src/main/teams.ts';
import { aClinic } from '../../support/clinic.ts';
import { learned, shipped } from '../../support/content.ts';
import { microsoft, type Call, type Microsoft } from './microsoft.ts';
import { recordingOf } from './recordings.ts';

const content = learned(shipped);

// An invented patient answers, taps a card that is stale, and asks for a person; a nurse claims her case, another comes too late, and
// the first closes it.
const visit = ['installed-in-a-channel', 'met-a-team', 'mentioned', 'installed-for-one', 'met-one', 'tapped', 'written', 'chosen', 'said', 'claimed', 'claimed-by-another', 'closed'];

/** What came of a visit: the answers to Teams, and what was posted and changed, place by place, in no package's terms. */
interface Outcome {
  readonly answers: readonly { readonly status: number; readonly body: string }[];
  readonly calls: readonly Call[];
}

describe('a recorded visit', () => {
  const open: Microsoft[] = [];
  afterAll(async () => Promise.all(open.map(async (one) => one.stop())));

  /** Plays the visit to the whole channel, with a clinic in memory. After each step, everything promised is delivered. */
  async function played(adapter: 'bot-framework' | 'agents'): Promise<Outcome> {
    const teams = await microsoft();
    open.push(teams);
    const { clinic, store, clock, failures } = aClinic({ promises: (happening) => promisesIn(happening, { patients: true, nurses: true }) });
    const parts = { clinic, store, content, publicUrl: 'https://intake.example.org', nurseWith: async () => undefined, now: () => clock.at, fresh: () => 'conversation-1' };
    const settings = { identity: null, serviceHosts: null, owners: ['00000000-0000-4000-8000-0000000000d0'], showNames: false, adapter, privacyUrl: null, termsUrl: null };
    const channel = await startTeams({ ...parts, settings, report: (failure) => failures.push(failure) });
    const server = makeServer({ proxies: [], routes: [channel.route] });
    const outbox = await channel.deliver();
    const answers = [];
    for (const name of visit) {
      const response = await server.inject({ method: 'POST', url: '/api/messages', payload: { ...recordingOf(name), serviceUrl: teams.serviceUrl } });
      answers.push({ status: response.statusCode, body: response.body });
      while ((await store.errands(content.card.id)).length > 0) await new Promise(setImmediate);
    }
    await server.close();
    await outbox.stop();
    await store.close();
    expect(failures).toEqual([]);
    const { origin } = new URL(teams.serviceUrl);
    const calls = teams.calls.map((call): Call => ({ ...call, body: JSON.parse(JSON.stringify(call.body).replaceAll(origin, 'https://service')) }));
    // Different places are served at the same time; within one, the order counts.
    return { answers, calls: calls.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'en')) };
  }

  it('leads to the same answers and the same posts through either package', async () => {
    const first = await played('bot-framework');
    const second = await played('agents');
    expect(second).toEqual(first);

    expect(first.answers.map(({ status }) => status)).toEqual(visit.map(() => 200));
    const [claimed, late, closed] = first.answers.slice(-3).map(({ body }) => body);
    expect([claimed?.includes('Nora Example, RN'), claimed?.includes('has this case')]).toEqual([true, false]);
    expect(late).toContain('Nora Example, RN has this case.');
    expect(closed).not.toContain('Action.Execute');
    const cards = first.calls.filter(({ path }) => path.includes('/19:triage@thread.tacv2/activities'));
    expect(cards.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual(['POST activities', 'PUT posted-1', 'PUT posted-1']);
  });
});

function placeOf({ path }: Call): string {
  return path.split('/')[4] ?? '';
}
