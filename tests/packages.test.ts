import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedPackages } from '../scripts/shipped.mjs';
import { ROOT } from './architecture/sources.ts';

/** What is known of the packages without asking anybody: their licences, their scripts, advisories noted here. */

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
};

const read = (at: string): unknown => JSON.parse(readFileSync(path.join(ROOT, at), 'utf8'));
const locked = Object.entries(
  (read('package-lock.json') as { packages: Record<string, Locked> }).packages,
).filter(([at]) => at !== '');
/** In the page or on the server, whether or not npm installs it for those who run it. */
const shipped = new Set(shippedPackages(ROOT));
const nameOf = (at: string) => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that let anybody ship the code with a notice, and ask nothing of the rest of the program. */
const SHIPPED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];
/** For tools that are not shipped, also those that ask for changes of their own files back. */
const TOOLS = [...SHIPPED, 'MPL-2.0'];

/** Packages that may run a script of theirs at `npm ci`, each with the reason. `.npmrc` would have to allow it too. */
const MAY_RUN_SCRIPTS: Readonly<Record<string, string>> = {};

/** Lowest versions without an advisory that concerns what is used here: [package, version, advisories]. */
const LOWEST: readonly (readonly [name: string, version: string, advisories: string])[] = [
  // Before it the name in the upstream's certificate could go unchecked.
  ['undici', '7.30.1', 'CVE-2026-109383, GHSA-vmh5-mc38-953g'],
  ['react-router', '7.18.2', 'GHSA-qwww-vcr4-c8h2, GHSA-jjmj-jmhj-qwj2, GHSA-2w69-qvjg-hvjx'],
  // The development server, on loopback only here.
  ['vite', '8.0.0', 'GHSA-93m4-6634-74q7, CVE-2025-32395, CVE-2025-24010'],
];

test('what is shipped is what the code imports, and what that needs', () => {
  expect([...shipped]).toEqual(
    expect.arrayContaining([
      'node_modules/undici',
      'node_modules/sirv',
      'node_modules/totalist',
      'node_modules/react-dom',
      'node_modules/scheduler',
      'node_modules/@tanstack/query-core',
    ]),
  );
  expect([...shipped].filter((at) => /vite|playwright|types/.test(at))).toEqual([]);
});

test('npm installs for those who run it what the server needs, and nothing else', () => {
  const installed = locked.filter(([, each]) => !each.dev && !each.optional).map(([at]) => nameOf(at));
  expect(installed).toEqual(['@polka/url', 'mrmime', 'sirv', 'totalist', 'undici']);
});

describe('licences', () => {
  test.each([
    ['what is shipped', SHIPPED, locked.filter(([at]) => shipped.has(at))],
    ['the tools', TOOLS, locked.filter(([at]) => !shipped.has(at))],
  ])('%s', (_, allowed, packages) => {
    expect(packages.length).toBeGreaterThan(10);
    const others = packages.filter(([, { license = 'none' }]) => !allowed.includes(license));
    expect(others.map(([at, { license }]) => `${nameOf(at)}: ${license}`)).toEqual([]);
  });

  test('the packages themselves say what the lockfile says', () => {
    const installed = locked.filter(([at]) => existsSync(path.join(ROOT, at, 'package.json')));
    expect(installed.length).toBeGreaterThan(40);
    const differing = installed.filter(([at, { license, version }]) => {
      const own = read(path.join(at, 'package.json')) as Locked;
      return own.license !== license || own.version !== version;
    });
    expect(differing.map(([at]) => at)).toEqual([]);
  });
});

describe('nothing runs while packages are installed', () => {
  test('no package wants to, but those with a reason', () => {
    const wanting = locked.filter(([, each]) => each.hasInstallScript).map(([at]) => nameOf(at));
    expect(wanting.filter((name) => !Object.hasOwn(MAY_RUN_SCRIPTS, name))).toEqual([]);
  });

  test('and npm would not let it', () => {
    expect(readFileSync(path.join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  test('each package is held by its hash', () => {
    expect(locked.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([]);
  });
});

describe('advisories', () => {
  test.each(LOWEST)('%s is at least %s (%s)', (name, lowest) => {
    const version = locked.find(([at]) => at === `node_modules/${name}`)?.[1].version ?? '0.0.0';
    expect(compareVersions(version, lowest)).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['7.30.0', '7.30.1', -1],
    ['7.30.1', '7.30.1', 0],
    ['7.30.10', '7.30.9', 1],
    ['8.0.0', '7.99.99', 1],
  ])('%s against %s: %d', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));
});

function compareVersions(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((text) => text.split('.').map(Number));
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

test('there is one scheduler, React’s own, which the first drawing speaks to', () => {
  expect(locked.map(([at]) => at).filter((at) => nameOf(at) === 'scheduler')).toEqual([
    'node_modules/scheduler',
  ]);
});
