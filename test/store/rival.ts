import process from 'node:process';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insistOn } from './steps.ts';

const { store } = openSqlite(process.argv[2] ?? '');

async function write(): Promise<void> {
  await insistOn(store, 'race', 'rival');
  process.send?.('begun');
  for (let turn = 1; turn < 150; turn += 1) await insistOn(store, 'race', 'rival');
  // Nothing is closed, as when the power goes.
  process.kill(process.pid, 'SIGKILL');
}

// A second process on the same file. It says when it is there, writes when told to, and dies.
process.once('message', () => void write());
process.send?.('there');
