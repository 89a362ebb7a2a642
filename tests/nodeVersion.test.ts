import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeFault } from '../scripts/nodeVersion.mjs';
import { ROOT } from './architecture/sources.ts';

const RANGE = '^20.19.0 || >=22.12.0';

test.each(['20.19.0', '20.20.2', '22.12.0', '22.13.1', '23.0.0', '24.4.0', '100.0.0'])(
  'Node.js %s will do',
  (version) => expect(nodeFault(version, RANGE)).toBeNull(),
);

test.each(['20.18.3', '18.20.8', '8.0.0', '21.7.3', '22.11.0', '20.1.0'])(
  'Node.js %s is told to be too old',
  (version) => {
    expect(nodeFault(version, RANGE)).toBe(
      `Toloka Operations needs Node.js 20.19 or newer (22 or 24 recommended); this is ${version}. Get it from https://nodejs.org.`,
    );
  },
);

test('the range of the project is one that can be read', () => {
  const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(RANGE);
});
