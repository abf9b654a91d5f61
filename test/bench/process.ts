import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Server {
  readonly child: ChildProcess;
  /** Resident memory in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Runs a script of ours as a process of its own, and waits until it answers at the address. */
export async function serve(script: readonly string[], address: string, environment: Record<string, string> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'lean-forward-bench-'));
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH, HOME, DATA_DIR: folder, LOG_LEVEL: 'error', ...environment },
  });
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`${script[0]} stopped before it answered.`);
  }
  return {
    child,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
