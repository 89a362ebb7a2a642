import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeViews, encodeViews, NotViews } from './decodeViews.ts';
import { viewKey } from './view.ts';

const file = (views: unknown, rest: object = {}) =>
  JSON.stringify({ kind: 'toloka-operations-views', version: 1, views, ...rest });
const nightly = { name: 'Nightly', environment: 'production', search: 'type=TASK.BATCH_CREATE' };

test('what was written is read back', () => {
  const saved = { views: [nightly, { name: 'All', environment: 'demo', search: '' }], start: 'All' };
  expect(decodeViews(encodeViews(saved))).toEqual({ saved, problems: [] });
  expect(JSON.parse(encodeViews(saved))).toEqual({
    kind: 'toloka-operations-views',
    version: 1,
    start: 'All',
    views: saved.views,
  });
});

describe('a text that holds no views is refused with what is wrong', () => {
  test.each([
    ['', 'It is not JSON: Unexpected end of JSON input.'],
    ['null', 'It is not a file of views: it does not say "kind": "toloka-operations-views".'],
    ['[]', 'It is not a file of views: it does not say "kind": "toloka-operations-views".'],
    ['{"views":[]}', 'It is not a file of views: it does not say "kind": "toloka-operations-views".'],
    ['{"kind":"toloka-operations-views"}', 'It does not say "version": 1.'],
    [file({}), 'It has no list of "views".'],
  ])('%s', (text, message) => {
    expect(() => decodeViews(text)).toThrow(new NotViews(message));
  });
});

test('a newer version’s views are refused, and told from mere rubbish, so that they are not written over', () => {
  const message = 'A newer version of this dashboard wrote it (2; this one reads 1).';
  expect(() => decodeViews(file([], { version: 2 }))).toThrow(new NotViews(message, true));
});

test('entries that are no views are left out and named, the others stay', () => {
  const { saved, problems } = decodeViews(
    file([
      3,
      { ...nightly, name: ' ' },
      nightly,
      { ...nightly, environment: 'toString' },
      { name: 'Bare', environment: 'demo' },
      { ...nightly, search: `id_gt=${'1'.repeat(8000)}` },
      { ...nightly, search: 'status=FAIL' },
    ]),
  );
  expect(saved.views).toEqual([nightly, { ...nightly, name: 'Nightly (2)', search: 'status=FAIL' }]);
  expect(problems).toEqual([
    'Entry 1 is not an object.',
    'Entry 2 has no name.',
    'Entry 4 (“Nightly”) names no environment that Toloka has.',
    'Entry 5 (“Bare”) has no text as its "search".',
    'Entry 6 (“Nightly”) has a "search" of more than 8000 characters.',
  ]);
});

test('a start page that is none of the views is none', () => {
  expect(decodeViews(file([nightly], { start: 'Gone' })).saved.start).toBeNull();
  expect(decodeViews(file([nightly], { start: 7 })).saved.start).toBeNull();
  expect(decodeViews(file([nightly], { start: 'Nightly' })).saved.start).toBe('Nightly');
});

test('a place in the list and a pause are no part of a view; what is faulty in it stays to be seen', () => {
  const search = 'foo=1&status=FAIL&updates=paused&after=2026-11-20T10:00:00,a1';
  expect(decodeViews(file([{ ...nightly, search }])).saved.views[0]?.search).toBe('status=FAIL&foo=1');
});

test('more entries than anybody could use are not read, and that is said', () => {
  const { saved, problems } = decodeViews(file(Array.from({ length: 1200 }, () => nightly)));
  expect(saved.views).toHaveLength(1000);
  expect(saved.views.at(-1)?.name).toBe('Nightly (1000)');
  expect(problems).toEqual(['Only the first 1000 entries are read.']);
});

const view = fc.record({
  name: fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'é', ' (2)') }),
  environment: fc.constantFrom('production', 'sandbox', 'demo'),
  search: fc.constantFrom('', 'status=FAIL', 'submitted_gte=now-24h', 'foo=1', 'limit=9'),
});
const invalid = fc.jsonValue().filter((value) => !isViewLike(value));
function isViewLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && 'search' in value;
}

test('arbitrary JSON is decoded or refused, never anything else', () => {
  const shapes = fc.oneof(
    fc.json(),
    fc.string(),
    fc.jsonValue().map((views) => file(views)),
    fc.tuple(fc.array(fc.jsonValue()), fc.jsonValue()).map(([views, start]) => file(views, { start })),
    fc
      .array(fc.record({ name: fc.jsonValue(), environment: fc.jsonValue(), search: fc.jsonValue() }))
      .map((views) => file(views)),
  );
  fc.assert(
    fc.property(shapes, (text) => {
      try {
        const { saved } = decodeViews(text);
        expect(decodeViews(encodeViews(saved))).toEqual({ saved, problems: [] });
      } catch (error) {
        expect(error).toBeInstanceOf(NotViews);
      }
    }),
  );
});

test('among any rubbish, no valid entry is lost, and each has a name of its own', () => {
  const mixed = fc.array(
    fc.oneof(
      view.map((value) => ({ value, valid: true })),
      invalid.map((value) => ({ value, valid: false })),
    ),
  );
  fc.assert(
    fc.property(mixed, (entries) => {
      const { saved, problems } = decodeViews(file(entries.map(({ value }) => value)));
      const valid = entries.filter((entry) => entry.valid).map(({ value }) => value as typeof nightly);
      expect(saved.views.map((read) => viewKey(read))).toEqual(valid.map((written) => viewKey(written)));
      expect(new Set(saved.views.map(({ name }) => name)).size).toBe(valid.length);
      expect(problems).toHaveLength(entries.length - valid.length);
    }),
  );
});
