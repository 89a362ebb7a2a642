import { describe, expect, test } from 'vitest';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { trapsOf } from './traps.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** The traps of an address, as `kind: text`. */
function traps(address: string): string[] {
  const { query, faults } = parseListSearch(address);
  expect(faults).toEqual([]);
  return trapsOf(query, NOW).map(({ kind, text }) => `${kind}: ${text}`);
}

const UNFINISHED_HINT =
  'hint: The Finished range leaves out what is still pending or running: it has no finish time yet.';

describe('a finished range', () => {
  test('never holds what is still running or pending', () => {
    expect(traps('status=RUNNING&finished_gte=now-24h')).toEqual([
      'never: Running operations have no finish time yet, so no Finished range holds any.',
    ]);
    expect(traps('status=RUNNING&status=PENDING&finished_lt=2026-01-01')).toEqual([
      'never: Running and Pending operations have no finish time yet, so no Finished range holds any.',
    ]);
  });

  test('leaves part of a mixed choice out, and says so no louder than that', () => {
    expect(traps('status=RUNNING&status=FAIL&finished_gte=now-24h')).toEqual([UNFINISHED_HINT]);
    expect(traps('finished_gte=now-24h')).toEqual([UNFINISHED_HINT]);
  });

  test('is no trap for ended ones, nor are running ones without it', () => {
    expect(traps('status=FAIL&status=SUCCESS&finished_gte=now-24h')).toEqual([]);
    expect(traps('status=RUNNING&submitted_gte=now-24h')).toEqual([]);
  });

  test('is not judged for a status that only the server knows', () => {
    expect(traps('status=HALTED_FOR_REVIEW&finished_gte=now-24h')).toEqual([]);
  });
});

describe('bounds that exclude each other', () => {
  const never = 'never: Submitted ends before it begins: no time lies in between.';

  test.each([
    ['submitted_gte=2026-03-02&submitted_lte=2026-03-01', true],
    ['submitted_gte=2026-03-02T00:00:00.000001&submitted_lte=2026-03-02', true],
    ['submitted_gte=now-1h&submitted_lte=now-24h', true],
    ['submitted_gte=now-1h&submitted_lte=2026-11-20T10:59:00', true],
    ['submitted_gt=2026-03-02&submitted_lte=2026-03-02', true],
    ['submitted_gte=2026-03-02&submitted_lt=2026-03-02T00:00:00', true],
    ['submitted_gte=2026-03-02&submitted_lte=2026-03-02', false],
    ['submitted_gte=now-24h&submitted_lte=now-1h', false],
    ['submitted_gte=now-24h', false],
  ])('%s: %s', (address, expected) => {
    expect(traps(address)).toEqual(expected ? [never] : []);
  });

  test('are found between submitted and finished too', () => {
    const text = 'never: Finished ends before Submitted begins, and nothing finishes before it is submitted.';
    expect(traps('status=FAIL&submitted_gte=2026-03-02&finished_lt=2026-03-01')).toEqual([text]);
    expect(traps('status=FAIL&submitted_gte=2026-03-01&finished_lte=2026-03-01')).toEqual([]);
    expect(traps('status=FAIL&submitted_lt=2026-03-02&finished_gte=2026-03-05')).toEqual([]);
  });
});

test('a range in the future holds nothing yet', () => {
  expect(traps('submitted_gte=2026-11-20T12:00:01')).toEqual(['never: Submitted begins in the future.']);
  expect(traps('submitted_gte=now')).toEqual([]);
});

test('a type that only client programs know is never listed', () => {
  expect(traps('type=PSEUDO.PSEUDO')).toEqual([
    'never: “Done at once” exists in client programs only: the server lists no such operation.',
  ]);
  expect(traps('type=PSEUDO.PSEUDO&type=POOL.OPEN')[0]).toMatch(/^hint: “Done at once”/);
  expect(traps('type=SHINY.NEW_TYPE')).toEqual([]);
});

test('IDs are told not to be in the order of time, after what is certain', () => {
  expect(traps('status=RUNNING&id_gt=a&finished_gt=now-1h')).toEqual([
    'never: Running operations have no finish time yet, so no Finished range holds any.',
    'hint: IDs are not in the order of time: a later ID need not be a newer operation.',
  ]);
});
