import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSite } from './site.ts';
import { rawRequest, requestText } from './testing/rawRequest.ts';
import { serve, type Served } from './testing/serve.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'toloka-site-'));
const client = path.join(directory, 'client');
let site: Served;

beforeAll(async () => {
  mkdirSync(path.join(client, 'assets'), { recursive: true });
  writeFileSync(path.join(directory, 'outside.txt'), 'OUTSIDE');
  writeFileSync(
    path.join(client, 'index.html'),
    '<p>page</p><script>alert(1)</script><script src="/x.js"></script><meta name="toloka-environments" content="" /><meta name="toloka-sign-out" content="" />',
  );
  writeFileSync(path.join(client, 'assets', 'app-1.js'), 'app()');
  writeFileSync(path.join(client, 'assets', 'gone-1.js'), 'gone()');
  writeFileSync(path.join(client, 'favicon.svg'), '<svg/>');
  site = await serve(
    createSite({
      directory: client,
      facts: { environments: ['production', 'sandbox'], signOutPath: '/sign-out' },
    }),
  );
});

afterAll(async () => {
  await site.close();
  rmSync(directory, { recursive: true });
});

const get = (target: string, headers: readonly string[] = [], method = 'GET') =>
  rawRequest(site.port, requestText(target, ['Host: x', ...headers], { method }));
const NAVIGATION = ['Accept: text/html,application/xhtml+xml'];
const PAGE =
  '<p>page</p><script>alert(1)</script><script src="/x.js"></script><meta name="toloka-environments" content="production sandbox" /><meta name="toloka-sign-out" content="/sign-out" />';

test.each(['/', '/index.html', '/production/operations', '/production/operations/a.b?tab=log', '/nowhere'])(
  'a navigation to %s gets the page, which knows the environments',
  async (target) => {
    const { status, body, headers } = await get(target, NAVIGATION);
    expect([status, body]).toEqual([200, PAGE]);
    expect([headers['cache-control'], headers['vary']]).toEqual(['no-cache', 'accept-language']);
    expect(headers['content-security-policy']).toBe(
      // `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
      "default-src 'none'; script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  },
);

test('files: those with a hash in the name for ever, others asked for again', async () => {
  const script = await get('/assets/app-1.js');
  expect([script.status, script.body]).toEqual([200, 'app()']);
  expect(script.headers['content-type']).toContain('javascript');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const icon = await get('/favicon.svg');
  expect([icon.status, icon.headers['cache-control']]).toEqual([200, 'no-cache']);
  const again = await get('/favicon.svg', [`If-None-Match: ${icon.headers['etag']}`]);
  expect(again.status).toBe(304);
});

test.each([
  '/../outside.txt',
  '/..%2foutside.txt',
  '/%2e%2e/outside.txt',
  '/assets/..%5c..%5coutside.txt',
  '//outside.txt',
  '/assets/missing.js',
  '/production/operations',
  '/assets',
  '/%',
])('T-STATIC: %s is no file', async (target) => {
  const { status, text } = await get(target);
  expect(status).toBe(404);
  expect(text).not.toContain('OUTSIDE');
});

test('a missing asset is never the page, even for a navigation', async () => {
  expect((await get('/assets/missing.js', NAVIGATION)).status).toBe(404);
});

test('a file that a later build removed is missing, and the server lives on', async () => {
  rmSync(path.join(client, 'assets', 'gone-1.js'));
  expect((await get('/assets/gone-1.js')).status).toBe(404);
  expect((await get('/assets/app-1.js')).status).toBe(200);
});

test('HEAD and other methods', async () => {
  const head = await get('/', NAVIGATION, 'HEAD');
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(PAGE.length)]);
  expect((await get('/', NAVIGATION, 'POST')).status).toBe(405);
});

test('a build without the meta tag is refused at once', () => {
  writeFileSync(path.join(directory, 'index.html'), '<p>');
  expect(() => createSite({ directory, facts: { environments: ['demo'], signOutPath: null } })).toThrow(
    'toloka-environments',
  );
});

test('a script that got into the page after it was built is not allowed', async () => {
  const injected = path.join(directory, 'injected');
  mkdirSync(injected);
  writeFileSync(
    path.join(injected, 'index.html'),
    '<meta name="toloka-environments" content="" /><meta name="toloka-sign-out" content="" />',
  );
  const facts = { environments: ['"><script>alert(1)</script>'], signOutPath: null };
  const hostile = await serve(createSite({ directory: injected, facts }));
  const { body, headers } = await rawRequest(hostile.port, requestText('/', ['Host: x']));
  await hostile.close();
  expect(body).toContain('<script>alert(1)</script>');
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src");
});

test('the head of a page names its own code, its looks and its first data', async () => {
  const built = path.join(directory, 'built');
  mkdirSync(path.join(built, '.vite'), { recursive: true });
  writeFileSync(
    path.join(built, 'index.html'),
    '<head><meta name="toloka-environments" content="" /><meta name="toloka-sign-out" content="" /></head>',
  );
  const shared = { file: 'assets/shared-1.js', css: ['assets/shared-1.css'] };
  const manifest = {
    '_index-1.js': { file: 'assets/index-1.js', name: 'index', imports: ['_base.js'] },
    '_base.js': { file: 'assets/base-1.js', css: ['assets/base-1.css'] },
    '_shared.js': shared,
    // As the bundler names a file that it was told to put several modules into.
    '_ListPage-1.js': { file: 'assets/list-1.js', name: 'ListPage', imports: ['_index-1.js', '_shared.js'] },
    '_ListPage-1.css': { file: 'assets/list-1.css', name: 'ListPage' },
    'src/app/detail/DetailPage.tsx': { file: 'assets/detail-1.js', imports: ['_base.js'] },
    'src/words/ru.json': { file: 'assets/ru-1.js', isDynamicEntry: true },
  };
  writeFileSync(path.join(built, '.vite', 'manifest.json'), JSON.stringify(manifest));
  const page = await serve(
    createSite({ directory: built, facts: { environments: ['demo'], signOutPath: null } }),
  );
  const headOf = async (target: string, ...headers: readonly string[]) => {
    const { body } = await rawRequest(
      page.port,
      requestText(target, ['Host: x', 'Sec-Fetch-Site: none', ...NAVIGATION, ...headers]),
    );
    return body;
  };
  const list = await headOf('/demo/operations?status=FAIL&limit=20');
  expect(list).toContain(
    '<link rel="preload" as="fetch" crossorigin="anonymous" href="/demo/api/v1/operations?status=FAIL&amp;sort=-submitted,-id&amp;limit=20" />',
  );
  expect(list).toContain('<link rel="modulepreload" crossorigin href="/assets/list-1.js" />');
  expect(list).toContain('<link rel="modulepreload" crossorigin href="/assets/shared-1.js" />');
  expect(list).toContain('<link rel="stylesheet" crossorigin href="/assets/shared-1.css" />');
  expect(list).not.toMatch(/base-1|index-1/);
  const detail = await headOf('/demo/operations/abc');
  expect(detail).toContain('href="/demo/api/v1/operations/abc"');
  expect(detail).toContain('href="/assets/detail-1.js"');
  expect(detail).not.toContain('shared-1');
  const { body: plain } = await rawRequest(
    page.port,
    requestText('/demo/operations/abc', ['Host: x', ...NAVIGATION]),
  );
  expect(plain).not.toContain('/api/');
  expect(plain).toContain('href="/assets/detail-1.js"');
  expect(await headOf('/demo/operations/%22%3E%3Cscript%3E')).not.toContain('preload" as');

  // Who reads another language needs its texts before the first row.
  const texts = '<link rel="modulepreload" crossorigin href="/assets/ru-1.js" />';
  const russian = await headOf('/demo/operations', 'Accept-Language: ru-RU,ru;q=0.9,en;q=0.8');
  expect(russian).toContain(texts);
  expect(russian).toContain('href="/assets/list-1.js"');
  expect(await headOf('/nowhere', 'Accept-Language: ru')).toContain(texts);
  expect(await headOf('/demo/operations', 'Accept-Language: en-GB,ru;q=0.9')).not.toContain('ru-1');
  expect(list).not.toContain('ru-1');
  await page.close();
});
