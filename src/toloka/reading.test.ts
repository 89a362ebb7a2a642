import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeOperation } from './operation.ts';
import { believed, mostBelieved, takesEndBack, type Reading } from './reading.ts';

const reading = (status: string, at: number, progress = 0): Reading => ({
  operation: decodeOperation({ id: 'one', type: 'POOL.OPEN', status, progress }),
  at,
});

test('of two readings the newer one is believed', () => {
  const early = reading('RUNNING', 1000, 20);
  const late = reading('RUNNING', 2000, 40);
  expect(believed(early, late)).toBe(late);
  expect(believed(late, early)).toBe(late);
  expect(believed(reading('PENDING', 1000), late)).toBe(late);
  expect(believed(reading('RUNNING', 3000), reading('FAIL', 2000)).operation.status).toBe('FAIL');
});

test('an end is not taken back, neither by a status before it nor by another end', () => {
  const ended = reading('FAIL', 1000);
  for (const status of ['RUNNING', 'PENDING', 'SUCCESS', 'PAUSED', '']) {
    expect(takesEndBack(ended.operation, reading(status, 2000).operation), status).toBe(true);
    expect(believed(ended, reading(status, 2000)), status).toBe(ended);
  }
  const again = reading('FAIL', 2000, 100);
  expect(takesEndBack(ended.operation, again.operation)).toBe(false);
  expect(believed(ended, again)).toBe(again);
});

test('a status that this version does not know is no end', () => {
  expect(takesEndBack(reading('PAUSED', 1).operation, reading('RUNNING', 2).operation)).toBe(false);
});

test('where nothing has been read there is nothing to believe', () => {
  expect(mostBelieved([])).toBe(null);
});

const anyReading = fc
  .tuple(fc.constantFrom('PENDING', 'RUNNING', 'SUCCESS', 'FAIL', 'PAUSED'), fc.nat(20), fc.nat(100))
  .map(([status, at, progress]) => reading(status, at, progress));
const ended = (status: string) => status === 'SUCCESS' || status === 'FAIL';

test('whatever answers come in whatever order, the first end that was told stays', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyReading, { selector: ({ at }) => at, minLength: 1 }), (readings) => {
      const best = mostBelieved(readings);
      const byTime = readings.toSorted((a, b) => a.at - b.at);
      const end = byTime.find(({ operation }) => ended(operation.status));
      expect(readings).toContain(best);
      expect(best?.operation.status).toBe((end ?? byTime.at(-1))?.operation.status);
      // Nothing newer of that status is passed over.
      const newest = byTime.findLast(({ operation }) => operation.status === best?.operation.status);
      expect(best).toBe(newest);
      expect(mostBelieved(readings.toReversed())).toBe(best);
    }),
  );
});

test('two readings are weighed alike whichever comes first', () => {
  fc.assert(
    fc.property(anyReading, anyReading, (a, b) => {
      fc.pre(a.at !== b.at);
      expect(believed(a, b)).toBe(believed(b, a));
    }),
  );
});
