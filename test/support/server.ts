import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export interface Process {
  readonly address: string;
  readonly setupLink: string | undefined;
  /** Everything it wrote so far. */
  readonly output: readonly string[];
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

/** A data folder that is gone when `remove` has been called. */
export function aDataFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lean-forward-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The product as a process of its own, as `npm start` runs it, on a free port. */
export async function aProcess(dataFolder: string, settings: Record<string, string> = {}): Promise<Process> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, HOME, PORT: String(await freePort()), HOST: '127.0.0.1', DATA_DIR: dataFolder, LOG_LEVEL: 'info', CONVERSATIONS_PER_MINUTE: '10000', ...settings },
  });
  const output: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      output.push(line);
      const found = /^Ready at (\S+)$/.exec(line)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server stopped with ${code} before it listened:\n${output.join('\n')}`)));
  });
  return {
    address,
    output,
    setupLink: output.find((line) => line.includes('/staff/setup')),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** A port of this machine that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
