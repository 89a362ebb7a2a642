import { expect, test } from 'vitest';
import { faviconHref, faviconSvg } from './favicon.ts';
import { endingWords, endWords, newEnds, signalOf, titlePrefix } from './signals.ts';
import type { WatchedOperation } from './watched.ts';

const NOTHING: ReadonlySet<string> = new Set();

const entry = (id: string, fields: Partial<WatchedOperation> = {}): WatchedOperation => ({
  environment: 'production',
  id,
  type: 'TASK.BATCH_CREATE',
  status: 'RUNNING',
  progress: null,
  since: 0,
  endedAt: null,
  noticed: false,
  ...fields,
});
const good = entry('good', { status: 'SUCCESS', endedAt: 9 });
const bad = entry('bad', { status: 'FAIL', endedAt: 9 });

test.each([
  ['nothing is watched', [], ''],
  ['one runs without saying how far', [entry('a')], '(1 running) '],
  ['one says how far it is', [entry('a', { progress: 47 })], '(1 running 47%) '],
  [
    'of three, two say it: their mean, rounded down',
    [entry('a', { progress: 40 }), entry('b', { progress: 55 }), entry('c')],
    '(3 running 47%) ',
  ],
  ['nobody has noticed a success', [good], '✓ '],
  ['a failure outweighs a success', [good, bad], '✗ '],
  ['one ended while another runs', [bad, entry('a', { progress: 3 })], '✗ (1 running 3%) '],
  ['all ends were noticed', [{ ...bad, noticed: true }], ''],
  ['one was never read', [entry('a', { status: '' })], ''],
])('before the title, when %s', (_, entries, words) => {
  expect(titlePrefix(entries, NOTHING, null)).toBe(words);
});

test('the page of the only one that runs says itself how far it is', () => {
  const list = [entry('a', { progress: 47 })];
  expect(titlePrefix(list, NOTHING, 'production/a')).toBe('');
  expect(titlePrefix(list, NOTHING, 'sandbox/a')).toBe('(1 running 47%) ');
  expect(titlePrefix([...list, entry('b')], NOTHING, 'production/a')).toBe('(2 running 47%) ');
});

test('what cannot be read is not said to run', () => {
  const list = [entry('a', { progress: 40 }), entry('b', { progress: 80 })];
  expect(titlePrefix(list, new Set(['production/b']), null)).toBe('(1 running 40%) ');
  expect(signalOf(list, new Set(['production/a', 'production/b']))).toBeNull();
});

test('the icon tells an end before it tells progress, and a failure before a success', () => {
  expect(signalOf([], NOTHING)).toBeNull();
  expect(signalOf([entry('a', { progress: 30 })], NOTHING)).toEqual({ kind: 'running', percent: 30 });
  expect(signalOf([entry('a'), good], NOTHING)).toEqual({ kind: 'success' });
  expect(signalOf([entry('a'), good, bad], NOTHING)).toEqual({ kind: 'fail' });
  expect(signalOf([{ ...bad, noticed: true }], NOTHING)).toBeNull();
});

test('the ring of the icon is as long as the progress, and never nothing', () => {
  expect(faviconSvg({ kind: 'running', percent: 62 })).toContain('stroke-dasharray="62 100"');
  expect(faviconSvg({ kind: 'running', percent: 0 })).toContain('stroke-dasharray="4 100"');
  expect(faviconSvg({ kind: 'running', percent: null })).toContain('stroke-dasharray="25 100"');
});

test('a success is a disc and a failure an octagon', () => {
  expect(faviconSvg({ kind: 'success' })).toContain('<circle cx="16" cy="16" r="16" fill="#1c7a4a"/>');
  expect(faviconSvg({ kind: 'fail' })).toContain('M9.6 0h12.8L32 9.6v12.8L22.4 32H9.6L0 22.4V9.6z');
});

test('the icon is an address that holds the whole picture', () => {
  const href = faviconHref({ kind: 'success' });
  expect(href).toMatch(/^data:image\/svg\+xml,%3Csvg%20xmlns/);
  expect(href).not.toMatch(/["#<>\s]/);
});

test('an end says what became of what and where, with no more of its ID than is needed', () => {
  const long = { ...bad, id: '9f2c83d1-77aa-4e0b-9c11-0123456741ab' };
  expect(endWords(long)).toEqual({ title: 'Failed: Uploading tasks', body: 'Production · 9f2c83d1…41ab' });
  expect(endWords({ ...good, type: '' }).title).toBe('Succeeded: Operation');
});

test('only what has ended since is announced, several in one sentence', () => {
  const before = [entry('good'), entry('bad'), { ...good, id: 'old' }];
  expect(newEnds(before, [good, bad, { ...good, id: 'old' }]).map(({ id }) => id)).toEqual(['good', 'bad']);
  expect(endingWords([])).toBe('');
  expect(endingWords([good])).toBe('Succeeded: Uploading tasks, Production · good');
  expect(endingWords([good, bad])).toBe('2 watched operations have ended, 1 of them failed');
  expect(endingWords([good, { ...good, id: 'b' }])).toBe(
    '2 watched operations have ended, none of them failed',
  );
});
