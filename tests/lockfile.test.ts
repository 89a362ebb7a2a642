import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accepts } from './nodeRange.ts';

/** The oldest Node.js that the project supports (package.json, `engines`). */
const OLDEST = '20.19.0';

type Package = {
  engines?: { node?: string };
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};

function lockedPackages(): Record<string, Package> {
  return (readJson('../package-lock.json') as { packages: Record<string, Package> }).packages;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

test.each([
  ['>=20.19', true],
  ['^20.19.0 || >=22.12.0', true],
  ['^20.19.0 || ^22.13.0 || >=23.5.0', true],
  ['>= 12.0.0', true],
  ['^10 || ^12 || ^13.7 || ^14 || >=15.0.1', true],
  ['>=4', true],
  ['>=18 <21', true],
  ['>=20.0.0 <=20.19.0', true],
  ['20.x', true],
  ['20', true],
  ['~20.19.0', true],
  ['*', true],
  ['18 || 20 || >=22', true],
  ['^22.13.0 || >=24', false],
  ['>=20.19.1', false],
  ['>=20.20', false],
  ['^20.19.1', false],
  ['~20.18.0', false],
  ['<20', false],
  ['>=18 <20', false],
  ['>20', false],
  ['22', false],
])('the range %s accepts Node 20.19.0: %j', (range, accepted) => {
  expect(accepts(range, OLDEST)).toBe(accepted);
});

test.each(['latest', '>=20-beta', '18 - 20', '', '>=20 or so'])(
  'a range of unknown form, %j, is an error and no guess',
  (range) => {
    expect(() => accepts(range, OLDEST)).toThrow(`unknown form of a version range: "${range}"`);
  },
);

test('the project says that it runs on Node 20.19, and on nothing older', () => {
  const { engines } = readJson('../package.json') as Required<Package>;
  expect(accepts(engines.node ?? '', OLDEST)).toBe(true);
  expect(accepts(engines.node ?? '', '20.18.3')).toBe(false);
});

test('every package of the lockfile accepts Node 20.19', () => {
  const required = Object.entries(lockedPackages()).filter(([, each]) => !each.optional);
  expect(required.length).toBeGreaterThan(40);
  const refusing = required.flatMap(([name, { engines }]) => {
    const range = engines?.node;
    return range === undefined || accepts(range, OLDEST) ? [] : [`${name} wants Node ${range}`];
  });
  expect(refusing).toEqual([]);
});

test('the lockfile is whole: each platform’s own packages are in it, or `npm ci` would refuse it', () => {
  const packages = lockedPackages();
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});
