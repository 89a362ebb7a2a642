import { describe, expect, test } from 'vitest';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { decodeOperation, type Operation } from '../../../toloka/operation.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import type { Zone } from '../../ui/format.ts';
import { rowOffers } from './rowOffers.ts';

const RUNNING = decodeOperation({
  id: 'a',
  type: 'POOL.OPEN',
  status: 'RUNNING',
  submitted: '2026-11-20T08:31:07.123456',
});
const TODAY = Date.parse('2026-11-22T12:00:00Z');

/** What a row offers below an address, as `group: words (details) → query string`. */
function offers(operation: Operation, address = '', zone: Zone = 'local'): string[] {
  return rowOffers(operation, parseListSearch(address), zone, TODAY).flatMap(({ label, offers: found }) =>
    found.map(
      ({ words, details, to }) => `${label}: ${words}${details && ` (${details})`} → ${formatListSearch(to)}`,
    ),
  );
}

describe('a row offers to filter by', () => {
  // The tests' own zone is Kolkata's, 5:30 ahead of UTC.
  test('its status, its type, and the hour and day of the viewer’s clock', () => {
    expect(offers(RUNNING)).toEqual([
      'Status: Only Running → status=RUNNING',
      'Type: Only Opening a pool → type=POOL.OPEN',
      'Submitted: That hour (20 Nov 14:00–15:00) → submitted_gte=2026-11-20T08:30:00&submitted_lt=2026-11-20T09:30:00',
      'Submitted: That day (20 Nov) → submitted_gte=2026-11-19T18:30:00&submitted_lt=2026-11-20T18:30:00',
      'Submitted: From here on → submitted_gte=2026-11-20T08:31:07.123456',
      'Submitted: Up to here → submitted_lte=2026-11-20T08:31:07.123456',
    ]);
  });

  test('hours and days of UTC when times are shown so', () => {
    expect(offers(RUNNING, '', 'utc')).toContain(
      'Submitted: That day (20 Nov) → submitted_gte=2026-11-20T00:00:00&submitted_lt=2026-11-21T00:00:00',
    );
  });

  test('its finish once it has one, with the year when it is another one', () => {
    const finished = { ...RUNNING, finished: '2024-02-29T19:00:00' };
    expect(offers(finished)).toContain(
      'Finished: That day (1 Mar 2024) → finished_gte=2024-02-29T18:30:00&finished_lt=2024-03-01T18:30:00',
    );
  });
});

describe('an offer', () => {
  test('keeps all other filters, the order and the page size, and drops the place', () => {
    const address =
      'type=ANALYTICS&status=FAIL&status=RUNNING&finished_gte=now-24h&sort=finished&limit=20&after=x~y~z';
    const [status] = rowOffers(RUNNING, parseListSearch(address), 'local', TODAY)[0]?.offers ?? [];
    expect(status && formatListSearch(status.to)).toBe(
      'type=ANALYTICS&status=RUNNING&finished_gte=now-24h&sort=finished&limit=20',
    );
  });

  test('of an hour takes the place of whatever bounded that time', () => {
    expect(offers(RUNNING, 'submitted_gt=now-7d&submitted_lte=now-1h&id_gt=a')).toContain(
      'Submitted: That hour (20 Nov 14:00–15:00) → ' +
        'submitted_gte=2026-11-20T08:30:00&submitted_lt=2026-11-20T09:30:00&id_gt=a',
    );
  });

  test('of one side leaves the other', () => {
    expect(offers(RUNNING, 'submitted_gte=now-7d&submitted_lt=now-1h')).toContain(
      'Submitted: Up to here → submitted_gte=now-7d&submitted_lte=2026-11-20T08:31:07.123456',
    );
  });

  test('that is set already is taken away instead', () => {
    expect(offers(RUNNING, 'type=POOL.OPEN&status=RUNNING')).toEqual(
      expect.arrayContaining([
        'Status: Any status again → type=POOL.OPEN',
        'Type: Any type again → status=RUNNING',
      ]),
    );
    expect(offers(RUNNING, 'submitted_gte=2026-11-20T08:30:00&submitted_lt=2026-11-20T09:30:00')).toContain(
      'Submitted: Any time again → ',
    );
  });
});

describe('nothing is offered', () => {
  test('for what an operation does not say', () => {
    expect(offers(decodeOperation({ id: 'bare' }))).toEqual([]);
  });

  test('that an address would be refused for', () => {
    expect(offers({ ...RUNNING, type: 'not a code', status: 'RUNING', submitted: null })).toEqual([]);
  });

  test('but a status that only the server knows is', () => {
    expect(offers({ ...RUNNING, type: '', status: 'HALTED_FOR_REVIEW', submitted: null })).toEqual([
      'Status: Only HALTED_FOR_REVIEW → status=HALTED_FOR_REVIEW',
    ]);
  });
});
