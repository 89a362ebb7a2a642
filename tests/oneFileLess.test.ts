import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { fromHome, withHelpers } from '../scripts/oneFileLess.ts';

const RUNTIME = 'rolldown-runtime-Ab_1-x.js';
const HELPERS =
  'var e=(e,t)=>()=>(t||e((t={exports:{}}).exports,t),t.exports),t=e=>({default:e,...e});export{t as n,e as t};';
const LIBRARIES = `import{t as e}from"./${RUNTIME}";var t=e(e=>{e.one=1}),n=2;export{n as a,t};`;
const PAGE = `const before=0;import{n as e}from"./${RUNTIME}";import{t,a as n}from"./libraries.js";var r=e(t());const page=[r.one,r.default.one,n,before];export{page};`;

const folder = mkdtempSync(path.join(tmpdir(), 'one-file-less-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('files that had their helpers from a file of their own run without it', async () => {
  // As modules for Node, which goes by the name.
  const write = (name: string, code: string) => writeFileSync(path.join(folder, name), code);
  write('package.json', '{"type":"module"}');
  write('libraries.js', withHelpers(LIBRARIES, HELPERS, RUNTIME));
  write('page.js', fromHome(PAGE, RUNTIME, 'libraries.js'));
  const { page } = (await import(pathToFileURL(path.join(folder, 'page.js')).href)) as { page: unknown };
  expect(page).toEqual([1, 1, 2, 0]);
});

test('a file that needs no helper stays as it is', () => {
  expect(fromHome('import{a}from"./libraries.js";', RUNTIME, 'libraries.js')).toBe(
    'import{a}from"./libraries.js";',
  );
});

test('a bundler that writes otherwise is told of, not guessed at', () => {
  expect(() => withHelpers(LIBRARIES, 'export default 1;', RUNTIME)).toThrow(
    'rolldown-runtime-Ab_1-x.js does not end with its exports: this bundler works another way',
  );
  expect(() => withHelpers('export{};', HELPERS, RUNTIME)).toThrow(
    'libraries does not import rolldown-runtime-Ab_1-x.js',
  );
  expect(() => withHelpers(LIBRARIES.replace(/export.*/, ''), HELPERS, RUNTIME)).toThrow(
    'libraries does not end with its exports',
  );
});
