import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'toloka-lock-'));
const lock = path.join(folder, 'lock');
const journal = path.join(folder, 'journal');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => writeFileSync(journal, ''));

const script = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { withLock } from '${new URL('../scripts/buildLock.mjs', import.meta.url).href}';
  await withLock(process.argv[1], async () => {
    appendFileSync(process.argv[2], 'in ' + process.pid + '\\n');
    await sleep(30);
    appendFileSync(process.argv[2], 'out ' + process.pid + '\\n');
  });`;

/** Lets so many processes want the lock at once; gives what they noted, and what they left behind beside the journal. */
async function contend(processes: number) {
  const args = ['--input-type=module', '-e', script, lock, journal];
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, args, { stdio: 'inherit' }),
  );
  await Promise.all(children.map((child) => once(child, 'exit')));
  const lines = readFileSync(journal, 'utf8').trim().split('\n');
  const rest = readdirSync(folder).filter((name) => name !== 'journal');
  return { lines, rest };
}

/** Whether each one went out before the next one came in. */
function inTurn(lines: readonly string[]): boolean {
  return lines.every((line, index) =>
    index % 2 === 0 ? line.startsWith('in ') : line === lines[index - 1]?.replace('in', 'out'),
  );
}

test('notes of two that overlap are told from those in turn', () => {
  expect(inTurn(['in 1', 'out 1', 'in 2', 'out 2'])).toBe(true);
  expect(inTurn(['in 1', 'in 2', 'out 1', 'out 2'])).toBe(false);
});

test.each([
  ['nobody holds it', () => rmSync(lock, { force: true })],
  ['its holder was killed', () => writeFileSync(lock, '999999999')],
  [
    'its holder was killed before it had written its number',
    () => {
      writeFileSync(lock, '');
      utimesSync(lock, 0, 0);
    },
  ],
  [
    'the number of its dead holder is in use again',
    () => {
      writeFileSync(lock, String(process.pid));
      utimesSync(lock, 0, 0);
    },
  ],
  [
    'one was killed while it removed a dead one’s lock',
    () => {
      writeFileSync(lock, '999999999');
      writeFileSync(`${lock}.removal`, '');
      utimesSync(`${lock}.removal`, 0, 0);
    },
  ],
])('builds that start together go one after the other when %s', { timeout: 30_000 }, async (_, prepare) => {
  prepare();
  const { lines, rest } = await contend(5);
  expect(lines).toHaveLength(10);
  expect(inTurn(lines)).toBe(true);
  expect(rest).toEqual([]);
});
