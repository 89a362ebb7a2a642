import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SENTINEL } from '../../src/server/testing/serve.ts';
import { HOME_NAMES, openHome, START_MS, type Home, type HomeName } from './homes.ts';
import { ANSWER_THREATS, MODES_ELSEWHERE } from './table/answers.ts';
import { CALLER_THREATS } from './table/callers.ts';
import { FLOOD_THREATS } from './table/floods.ts';
import { LOG_THREATS } from './table/logs.ts';
import { PATH_THREATS } from './table/paths.ts';
import { REQUEST_THREATS } from './table/requests.ts';
import { builtFiles, leaksIn, SECRET_THREATS } from './table/secrets.ts';
import { SITE_THREATS } from './table/site.ts';
import type { Threat } from './table/threat.ts';

/**
 * The threats of the proxy study as one table, over real sockets, against each way in which the proxy is run. The homes
 * run the project's own code and configuration, with shorter limits (`numbers.mjs`). Order matters at the end only: the
 * floods leave a home that answers 429.
 */
const THREATS: readonly Threat[] = [
  ...CALLER_THREATS,
  ...PATH_THREATS,
  ...REQUEST_THREATS,
  ...ANSWER_THREATS,
  ...LOG_THREATS,
  ...SITE_THREATS,
  ...SECRET_THREATS,
  ...FLOOD_THREATS,
];

// Inside the project, so that the built server finds its packages.
const built = path.resolve('node_modules', '.cache', `toloka-threats-${process.pid}`);
const homes = new Map<HomeName, Home>();

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs'), built], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TOLOKA_TOKEN: SENTINEL, NO_COLOR: '1' },
  });
  expect(`${build.stdout}${build.stderr}`).toBe('');
  const opened = HOME_NAMES.map(async (name) => homes.set(name, await openHome(name, built)));
  await Promise.all(opened);
}, START_MS);

afterAll(async () => {
  await Promise.all([...homes.values()].map((home) => home.close()));
  rmSync(built, { recursive: true, force: true });
});

function home(name: HomeName): Home {
  const found = homes.get(name);
  if (!found) throw new Error(`${name} was not opened`);
  return found;
}

// The homes at the same time, for most of the time goes by in waiting; each one's threats one after the other.
describe.concurrent.each(HOME_NAMES)('%s', (name) => {
  test.sequential.each(THREATS.map((threat) => [threat.id, threat.title, threat] as const))(
    '%s: %s',
    async (_id, _title, threat) => {
      await threat.run(home(name));
    },
    START_MS,
  );
});

describe('the table', () => {
  test('T-LEAK: the build and its source maps hold no token, though one was set when they were made', () => {
    const files = ['client', 'server'].flatMap((part) => builtFiles(path.join(built, part)));
    expect(files.filter(({ name }) => name.endsWith('.map')).length).toBeGreaterThan(3);
    expect(files.filter(({ text }) => leaksIn(text).length > 0).map((file) => file.name)).toEqual([]);
  });

  test('covers every row of the study', () => {
    const rows = new Set(THREATS.map(({ row }) => row));
    // 21 is the test of the build above, together with the shape of errors and the sweep.
    expect([...rows].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22,
    ]);
    const ids = new Set(THREATS.map(({ id }) => id));
    expect([...ids].sort()).toEqual(
      'T-BASE T-BIND T-BOMB T-CORS T-CSP T-DRIP T-ERRSHAPE T-FLOOD T-HANG T-HOST T-HUGE T-LEAK T-METH T-PATH T-REDIR T-REQH T-RESH T-SLOW T-SMUG T-STATIC T-TLS T-UPG T-XS'.split(
        ' ',
      ),
    );
  });

  test('knows every way in which the upstream misbehaves', () => {
    expect(MODES_ELSEWHERE.filter((mode) => !mode.startsWith('log-'))).toEqual(['error-429']);
  });

  test('the search for leaks finds every form', () => {
    const value = `OAuth ${SENTINEL}`;
    const base64 = Buffer.from(value).toString('base64');
    const forms = [value, encodeURIComponent(value), base64, Buffer.from(value).toString('base64url')];
    expect(forms.map((form) => leaksIn(`x${form}y`).length > 0)).toEqual([true, true, true, true]);
    expect(leaksIn('nothing')).toEqual([]);
  });
});
