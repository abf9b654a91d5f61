import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { z } from 'zod';
import { repeat, quantiles, type Measured } from './measure.ts';
import { patientAt } from './patient.ts';
import { poster } from './post.ts';
import { serve } from './process.ts';

// `npm run bench`: one run on one machine, for docs/performance.md. Takes about a minute and a half.
// `npm run bench -- SECONDS MESSAGES` makes each run shorter, and the long conversation too.
const seconds = Number(process.argv[2] ?? 8);
const longest = Number(process.argv[3] ?? 500);
const ours = 'http://127.0.0.1:3988';
/** What `npm start` runs, flags included. */
const { start } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).scripts;
const product = start.split(' ').slice(1);
const settings = { PORT: '3988', HOST: '127.0.0.1', CONVERSATIONS_PER_MINUTE: '100000' };

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${seconds} s a run\n`);
await startAndRest();
const turns = await durableTurns([1, 50, 200]);
const http = await httpEcho(50);
const sdk = await cloudAdapterEcho(50);
const at50 = turns.get(50);
if (!at50) throw new Error('The run with 50 conversations is missing.');
console.log(`\nat 50 connections, durable web turns a second against: bare node:http echo ${ratio(at50, http)}, CloudAdapter echo ${ratio(at50, sdk)}`);
await growth();

async function startAndRest(): Promise<void> {
  const began = performance.now();
  const server = await serve(product, `${ours}/`, settings);
  const first = performance.now() - began;
  await settled();
  console.log(`from start to the first page: ${first.toFixed(0)} ms · memory at rest: ${server.memory().toFixed(0)} MB`);
  await server.stop();
}

/** What is learned at start is learned by then, and the machine is quiet. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 4000));
}

async function durableTurns(counts: readonly number[]): Promise<Map<number, Measured>> {
  const measured = new Map<number, Measured>();
  for (const count of counts) {
    const server = await serve(product, `${ours}/`, settings);
    await settled();
    const post = poster(count);
    const patients = await Promise.all(Array.from({ length: count }, () => patientAt(ours, post)));
    measured.set(count, line(`durable web turn, ${count} conversations`, await repeat(patients, seconds)));
    await server.stop();
  }
  return measured;
}

async function httpEcho(connections: number): Promise<Measured> {
  const server = await serve(['test/bench/http-echo.ts', '3990'], 'http://127.0.0.1:3990/');
  const post = poster(connections);
  const body = { type: 'message', text: 'no' };
  const measured = await repeat(Array.from({ length: connections }, () => async () => void (await post('http://127.0.0.1:3990/', body))), seconds);
  await server.stop();
  return line(`bare node:http JSON echo, ${connections} connections`, measured);
}

/** The stand-in for Microsoft's connector takes the bot's answer; a turn ends when it has it. */
async function cloudAdapterEcho(connections: number): Promise<Measured> {
  const waiting = new Map<string, () => void>();
  const connector = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"1"}');
      waiting.get(decodeURIComponent(/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? ''))?.();
    });
  }).listen(3992, '127.0.0.1');
  const server = await serve(['test/bench/cloud-adapter-echo.ts', '3991'], 'http://127.0.0.1:3991/');
  const post = poster(connections);
  const workers = Array.from({ length: connections }, (_, index) => async () => {
    const conversation = `c${index}`;
    const answered = new Promise<void>((resolve) => waiting.set(conversation, resolve));
    const activity = {
      type: 'message', id: `m${index}`, text: 'no', channelId: 'test', serviceUrl: 'http://127.0.0.1:3992/',
      from: { id: 'invented' }, recipient: { id: 'bot' }, conversation: { id: conversation },
    };
    await Promise.all([post('http://127.0.0.1:3991/', activity), answered]);
  });
  const measured = await repeat(workers, seconds);
  await server.stop();
  connector.close();
  return line(`CloudAdapter echo with a stub connector, ${connections} conversations`, measured);
}

/** Whether a turn takes longer in a long conversation: many conversations side by side, each of 500 messages or as many as were asked for. */
async function growth(): Promise<void> {
  const server = await serve(product, `${ours}/`, settings);
  const post = poster(20);
  const early: number[] = [];
  const late: number[] = [];
  const patients = await Promise.all(Array.from({ length: 20 }, () => patientAt(ours, post)));
  for (let message = 1; message <= longest + 5; message++) {
    for (const step of patients) {
      const before = performance.now();
      await step();
      const took = performance.now() - before;
      if (message >= 6 && message <= 15) early.push(took);
      if (message > longest - 5) late.push(took);
    }
  }
  await server.stop();
  const [first, last] = [quantiles(early).median, quantiles(late).median];
  console.log(`a turn around the 10th message: ${first.toFixed(2)} ms · around the ${longest}th: ${last.toFixed(2)} ms · ${(last / first).toFixed(2)} times`);
}

function line(what: string, measured: Measured): Measured {
  console.log(`${what}: median ${measured.median.toFixed(2)} ms · p99 ${measured.p99.toFixed(2)} ms · ${measured.perSecond.toFixed(0)} a second`);
  return measured;
}

function ratio(one: Measured, other: Measured): string {
  return `${(one.perSecond / other.perSecond).toFixed(2)} times`;
}
