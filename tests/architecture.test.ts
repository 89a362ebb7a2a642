import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as manners from './architecture/manners.ts';
import { cycles, missingFiles, wrongDirections } from './architecture/rooms.ts';
import { codeOf, importsOf, projectSources, ROOT, type Source } from './architecture/sources.ts';

/**
 * The house rules of the design, held. Each rule is first shown to catch a breach, so that it cannot go blind, and
 * then run over the project.
 */

const all = projectSources();
// The rules' own examples are breaches by design, so the file that holds them is looked at for length only.
const sources = all.filter((source) => source.path !== 'tests/architecture.test.ts');
/** Put together here, or the rule would find it in this file. */
const UNFINISHED = ['TO', 'DO'].join('');
const src = (at: string, ...lines: string[]): Source => ({ path: at, text: lines.join('\n') });

test('the project’s files were found', () => {
  expect(sources.length).toBeGreaterThan(60);
  const paths = sources.map((source) => source.path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'src/toloka/time.ts',
      'src/app/main.tsx',
      'tests/lockfile.test.ts',
      'vitest.config.ts',
    ]),
  );
});

test('imports are read in all their forms, and not out of comments', () => {
  const file = src(
    'src/app/list/x.ts',
    `import './x.css';`,
    `import type { A } from "../a.ts";`,
    'import {',
    '  b,',
    `} from '../../toloka/b.ts';`,
    `export { c } from './c.ts';`,
    `// import './no.ts';`,
    '/**',
    ` import './no.ts'; */`,
    `const d = import('./d.ts');`,
    `import react from 'react';`,
    `new Worker(new URL('./e.ts', import.meta.url), { type: 'module' });`,
  );
  expect(importsOf(file).map(({ specifier, target }) => target ?? specifier)).toEqual([
    'src/app/list/x.css',
    'src/app/a.ts',
    'src/toloka/b.ts',
    'src/app/list/c.ts',
    'react',
    'src/app/list/d.ts',
    'src/app/list/e.ts',
  ]);
  expect(codeOf(`a('https://x/*'); // b\n/* c */ d`)).toBe(`a('https://x/*'); \n d`);
});

describe('imports run one way', () => {
  test.each([
    ['src/toloka/x.ts', 'node:fs', 'toloka must not import node:fs'],
    ['src/toloka/x.ts', 'react', 'toloka must not import react'],
    ['src/toloka/x.ts', '../app/links.ts', 'toloka must not import src/app/links.ts'],
    ['src/app/ui/x.tsx', '../../toloka/time.ts', 'app/ui must not import src/toloka/time.ts'],
    ['src/app/ui/x.tsx', 'react-router-dom', 'app/ui must not import react-router-dom'],
    ['src/app/ui/x.tsx', '../api/queries.ts', 'app/ui must not import src/app/api/queries.ts'],
    ['src/app/api/x.ts', 'react', 'app/api must not import react'],
    ['src/app/api/x.ts', '../list/ListPage.tsx', 'app/api must not import src/app/list/ListPage.tsx'],
    [
      'src/app/list/x.tsx',
      '../detail/DetailPage.tsx',
      'app/list must not import src/app/detail/DetailPage.tsx',
    ],
    ['src/app/detail/x.tsx', '../list/ListPage.tsx', 'app/detail must not import src/app/list/ListPage.tsx'],
    ['src/app/watch/x.tsx', '../list/ListPage.tsx', 'app/watch must not import src/app/list/ListPage.tsx'],
    [
      'src/app/compare/x.tsx',
      '../detail/DetailPage.tsx',
      'app/compare must not import src/app/detail/DetailPage.tsx',
    ],
    ['src/app/list/x.tsx', '../router.tsx', 'app/list must not import src/app/router.tsx'],
    ['src/app/links.ts', './list/ListPage.tsx', 'app must not import src/app/list/ListPage.tsx'],
    ['src/app/list/x.tsx', '../../server/main.ts', 'app/list must not import src/server/main.ts'],
    ['src/emulator/x.ts', '../server/main.ts', 'emulator must not import src/server/main.ts'],
    ['src/server/x.ts', '../emulator/emulator.ts', 'server must not import src/emulator/emulator.ts'],
    ['src/server/main.ts', '../app/links.ts', 'server/main must not import src/app/links.ts'],
    ['src/server/x.ts', './x.test.ts', 'code must not import the test file src/server/x.test.ts'],
    ['e2e/x.spec.ts', '../src/toloka/time.ts', 'e2e must not import src/toloka/time.ts'],
    ['e2e/x.spec.ts', 'vitest', 'e2e must not import vitest'],
  ])('the rule catches %s importing %s', (file, specifier, message) => {
    expect(wrongDirections([src(file, `import { x } from '${specifier}';`)])).toContain(
      `${file}: ${message}`,
    );
  });

  test('the rule catches a file outside every room', () => {
    expect(wrongDirections([src('src/helpers/x.ts', '')])).toEqual([
      'src/helpers/x.ts: is in no room of the house',
    ]);
  });

  test('what is allowed passes', () => {
    const allowed = [
      src('src/app/router.tsx', `import { ListPage } from './list/ListPage.tsx';`),
      src('src/app/list/x.tsx', `import { q } from '../api/queries.ts';`, `import '../ui/x.module.css';`),
      src('src/server/main.ts', `import { createEmulator } from '../emulator/emulator.ts';`),
      src('src/server/x.test.ts', `import { createEmulator } from '../emulator/emulator.ts';`),
    ];
    expect(wrongDirections(allowed)).toEqual([]);
  });

  test('in the project', () => {
    expect(wrongDirections(sources)).toEqual([]);
  });
});

describe('no file imports itself by a detour', () => {
  test('the rule catches a cycle, also of types', () => {
    const circle = [
      src('src/a.ts', `import type { b } from './b.ts';`),
      src('src/b.ts', `export { c } from './c.ts';`),
      src('src/c.ts', `import { a } from './a.ts';`),
      src('src/d.ts', `import { a } from './a.ts';`),
    ];
    expect(cycles(circle)).toEqual(['import cycle: src/a.ts → src/b.ts → src/c.ts → src/a.ts']);
  });

  test('in the project', () => {
    expect(cycles(sources)).toEqual([]);
  });
});

describe('every imported file exists and is named with its extension', () => {
  test('the rule catches both', () => {
    const file = src('src/a.ts', `import './gone.ts';`, `import './b';`, `import './here.ts';`);
    expect(missingFiles([file], (at) => at === 'src/here.ts')).toEqual([
      'src/a.ts: "./gone.ts" names a file that does not exist',
      'src/a.ts: "./b" lacks its extension',
    ]);
  });

  test('in the project', () => {
    expect(missingFiles(sources, (at) => existsSync(path.join(ROOT, at)))).toEqual([]);
  });
});

describe('manners', () => {
  test.each([
    [src('src/a.ts', ...Array.from({ length: 251 }, () => 'x')), '251 lines, at most 250 are allowed'],
    [src('src/a.ts', `// ${UNFINISHED}: later`), `holds a ${UNFINISHED}`],
    [src('src/a.ts', 'const a: any = 1;'), 'uses the type any'],
    [src('src/a.ts', 'f(a as any)'), 'uses the type any'],
    [src('src/a.ts', 'const a: Map<string, any> = b;'), 'uses the type any'],
    [src('src/a.tsx', 'export default function A() {}'), 'has a default export'],
    [src('src/a.ts', 'const a = 1;', 'export { a as default };'), 'has a default export'],
    [
      src('src/a.ts', '// all', `export { b } from './b.ts';`, `export type { C } from './c.ts';`),
      'only re-exports (a barrel)',
    ],
    [src('src/a.ts', 'const a = 1;', `export * from './b.ts';`), 'has export *'],
    [src('src/a.ts', 'export function f() {}'), 'f is exported without a docstring'],
    [src('src/a.ts', '/** F. */', '', 'export async function f() {}'), 'f is exported without a docstring'],
    [src('src/a.ts', 'export const f = (a: string): string =>', '  a;'), 'f is exported without a docstring'],
    [
      src('src/app/list/a.ts', 'const r = await fetch(url);'),
      'only app/api may reach the network, this has fetch(',
    ],
    [src('src/toloka/a.ts', 'new WebSocket(url)'), 'only app/api may reach the network, this has WebSocket'],
    [src('e2e/a.spec.ts', `page.getByTestId('x')`), 'looks for a test id instead of a role and name'],
    [
      src('e2e/a.spec.ts', `page.locator('.x')`),
      'looks for elements by selector instead of by role and name',
    ],
    [src('e2e/a.spec.ts', `await page.waitForTimeout(10)`), 'sleeps'],
    [
      src('e2e/a.spec.ts', `await page.route('**', f)`),
      'answers requests itself instead of letting the emulator misbehave',
    ],
    [src('e2e/a.spec.ts', `test.fixme('x', f)`), 'leaves tests out'],
    [src('src/a.test.ts', `test.skip('x', f)`), 'has a test that is left out or runs alone'],
  ])('the rules catch %o', (file, message) => {
    expect(manners.MANNERS.flatMap((rule) => rule(file))).toContain(`${file.path}: ${message}`);
  });

  test('what is allowed passes', () => {
    const allowed = [
      src('vite.config.ts', 'export default {};'),
      src('src/app/api/request.ts', '/** Asks. */', 'export const ask = (url: string) => fetch(url);'),
      src('src/a.ts', '/** Of any kind. */', 'export function f() {', '  return Promise.any([]);', '}'),
      src('src/b.ts', `export { c } from './c.ts';`, 'export const d = 1;', 'export const e = [1];'),
      src('src/a.test.ts', `test.runIf(false)('any: any', f);`.replaceAll('any: any', 'x')),
    ];
    expect(allowed.flatMap((file) => manners.MANNERS.flatMap((rule) => rule(file)))).toEqual([]);
  });

  test.each(manners.MANNERS.map((rule) => [rule.name, rule] as const))(
    '%s: nothing in the project',
    (_, rule) => {
      expect(sources.flatMap((source) => rule(source))).toEqual([]);
    },
  );

  test('this file keeps its length', () => {
    expect(all.flatMap(manners.tooLong)).toEqual(sources.flatMap(manners.tooLong));
  });

  test('the app asks for data in one place', () => {
    const app = sources.filter(
      ({ path, text }) => path.startsWith('src/app/') && /(?<![.\w])fetch\(/.test(codeOf(text)),
    );
    expect(app.map((source) => source.path)).toEqual(['src/app/api/request.ts']);
  });
});
