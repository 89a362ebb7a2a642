import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenReferences } from './docReferences.ts';
import { projectSources, ROOT } from './architecture/sources.ts';
import { ALL_SHORTCUTS, capOf } from '../src/app/keys/shortcuts.ts';

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const project = {
  exists: (at: string) => existsSync(path.join(ROOT, at)),
  scripts: Object.keys(scripts),
  names: new Set(projectSources().map((source) => path.basename(source.path))),
};

test('a document that names what does not exist is caught', () => {
  const document = [
    'See `src/gone.ts`, [the guide](docs/guide.md "Guide") and ![picture](docs/list.png).',
    '```sh',
    'npm run frobnicate && npm start',
    '```',
    'Run `npm run unit`, `npm test` or `npx vitest src/nothing.test.ts`; `src/here.ts` is there, and `scripts/`; `there.ts`, not `lost.ts`.',
    'Not paths: `/work`, `GET /api/v1/operations`, `https://toloka.dev`, `status=FAIL`, `and/or`, [top](#top),',
    '[site](https://toloka.dev/docs), `{request_id, code}`, `now-24h`, `application/json`, `dist/server/x.js`.',
  ].join('\n');
  const here = {
    exists: (at: string) => at === 'src/here.ts' || at === 'scripts',
    scripts: ['unit', 'start', 'test'],
    names: new Set(['there.ts']),
  };
  expect(brokenReferences(document, here)).toEqual([
    'the file src/gone.ts does not exist',
    'the file docs/guide.md does not exist',
    'the file docs/list.png does not exist',
    'the npm script "frobnicate" does not exist',
    'the file src/nothing.test.ts does not exist',
    'the file lost.ts does not exist',
  ]);
});

describe.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s', (name) => {
  test('is there', () => {
    expect(existsSync(path.join(ROOT, name)), `${name} is missing: write it`).toBe(true);
  });

  test('names only files and npm scripts that exist', () => {
    const text = existsSync(path.join(ROOT, name)) ? readFileSync(path.join(ROOT, name), 'utf8') : null;
    expect(text, `${name} is missing: write it`).not.toBeNull();
    expect(brokenReferences(text ?? '', project)).toEqual([]);
  });
});

test('the README gives the two commands', () => {
  const text = project.exists('README.md') ? readFileSync(path.join(ROOT, 'README.md'), 'utf8') : '';
  expect(text).toContain('npm ci && npm start');
  expect(text).toContain('npm ci && npm test');
});

test('the README tells every key that is the page’s own', () => {
  const text = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const own = ALL_SHORTCUTS.filter(({ does }) => does !== 'platform').flatMap(({ keys }) => keys.split(' '));
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((key) => !text.includes(`<kbd>${capOf(key)}</kbd>`))).toEqual([]);
});
