import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latelyOf } from './lately.ts';
import { addSample, type ProgressSample } from './samples.ts';
import { timeLeft, type Evidence, type TimeLeft } from './timeLeft.ts';

const START = Date.UTC(2026, 4, 20, 12);
const SECOND = 1000;
const MINUTE = 60_000;

/** Polls as [seconds since the start, percent]. */
function polls(...seen: readonly (readonly [number, number | null])[]): readonly ProgressSample[] {
  return seen.reduce<readonly ProgressSample[]>(
    (samples, [seconds, percent]) => addSample(samples, { at: START + seconds * SECOND, percent }),
    [],
  );
}

/** One percent each `each` seconds, up to `to`, then the same for `still` seconds. */
function steady(each: number, to: number, still = 0): readonly ProgressSample[] {
  const moving = Array.from({ length: to + 1 }, (_, percent) => [percent * each, percent] as const);
  return polls(...moving, ...(still > 0 ? [[to * each + still, to] as const] : []));
}

function say(samples: readonly ProgressSample[], change: Partial<Evidence> = {}): TimeLeft {
  return timeLeft({ samples, started: START, waitingAt: null, lately: null, ...change });
}

function around(left: TimeLeft, truth: number): void {
  expect(left.kind).toBe('range');
  if (left.kind !== 'range') return;
  expect(left.fromMs).toBeLessThan(truth);
  expect(left.toMs).toBeGreaterThan(truth);
  expect(left.toMs - left.fromMs).toBeLessThan(truth);
}

describe('from the pace alone', () => {
  test('an even pace tells the time left once more is done than left', () => {
    const left = say(steady(2, 70));
    around(left, MINUTE);
    expect(left).toMatchObject({ source: 'pace' });
  });

  test('however even the pace: while more is left than done, it tells nothing', () => {
    expect(say(steady(2, 40))).toEqual({ kind: 'early' });
  });

  test('the latest pace counts, not that of the beginning', () => {
    const slow = Array.from({ length: 21 }, (_, percent) => [percent * 20, percent] as const);
    const quick = Array.from({ length: 55 }, (_, step) => [400 + (step + 1) * 2, 21 + step] as const);
    around(say(polls(...slow, ...quick)), 50 * SECOND);
  });

  test('one long pause that is over is no part of the pace', () => {
    const before = Array.from({ length: 41 }, (_, percent) => [percent * 2, percent] as const);
    const after = Array.from({ length: 40 }, (_, step) => [380 + step * 2, 41 + step] as const);
    around(say(polls(...before, [379, 40], ...after)), 40 * SECOND);
  });

  test('paces that differ wildly tell nothing', () => {
    expect(say(polls([0, 0], [10, 5], [11, 30], [60, 33], [62, 60]))).toEqual({ kind: 'early' });
  });
});

describe('without movement', () => {
  test('a pause much longer than any step is named, and no time left is guessed', () => {
    expect(say(steady(2, 70, 15))).toEqual({ kind: 'stalled', since: START + 140 * SECOND });
  });

  test('a shorter one takes the estimate back', () => {
    expect(say(steady(2, 70, 6))).toEqual({ kind: 'early' });
  });

  test('a pause no longer than the usual step is part of the pace, and brings the end no further away', () => {
    const before = say(steady(20, 80));
    const waiting = say(steady(20, 80, 15));
    expect([before.kind, waiting.kind]).toEqual(['range', 'range']);
    if (before.kind !== 'range' || waiting.kind !== 'range') return;
    expect(waiting.toMs).toBeLessThanOrEqual(before.toMs);
    expect(waiting.fromMs).toBeLessThanOrEqual(before.fromMs);
  });

  test('one that has not moved at all for half a minute is named without a pace to compare with', () => {
    expect(say(polls([2, 0], [20, 0]))).toEqual({ kind: 'early' });
    expect(say(polls([2, 0], [35, 0]))).toEqual({ kind: 'stalled', since: START + 2 * SECOND });
  });

  test('where no progress is told there is nothing that could stand still', () => {
    expect(say(polls([2, null], [200, null]))).toEqual({ kind: 'early' });
  });
});

describe('from how long its like took', () => {
  const minutes = (...each: readonly number[]) => latelyOf(each.map((minute) => minute * MINUTE));

  test('they tell the time left from the first answer on', () => {
    const left = say(polls([1, 0]), { lately: minutes(3.6, 4, 4, 4.2, 4.4, 3.8) });
    around(left, 4 * MINUTE);
    expect(left).toMatchObject({ source: 'history' });
  });

  test('also of one that tells no progress', () => {
    around(say(polls([1, null], [120, null]), { lately: minutes(3.6, 4, 4, 4.2, 4.4, 3.8) }), 2 * MINUTE);
  });

  test('they and an even pace are joined, before the pace alone would do', () => {
    const left = say(steady(2.3, 40), { lately: minutes(3.6, 4, 4, 4.2, 4.4, 3.8) });
    around(left, 138 * SECOND);
    expect(left).toMatchObject({ source: 'both' });
  });

  test('where they are all unlike each other, or a handful, they tell nothing', () => {
    expect(say(polls([1, 0]), { lately: minutes(0.1, 1, 4, 20, 90, 300) })).toEqual({ kind: 'early' });
    expect(minutes(4, 4, 4, 4)).toBeNull();
  });

  test('one that has outlasted all of them is judged by its pace alone', () => {
    const left = say(steady(6, 80), { lately: minutes(1, 1.1, 1.2, 1, 1.1) });
    around(left, 2 * MINUTE);
    expect(left).toMatchObject({ source: 'pace' });
  });

  test('an early pace that promises an end sooner than all of them is not believed', () => {
    expect(say(steady(0.5, 40), { lately: minutes(3.6, 4, 4, 4.2, 4.4, 3.8) })).toEqual({ kind: 'early' });
  });

  test('those that end in seconds get nothing said', () => {
    const lately = latelyOf([2000, 2500, 3000, 3500, 4000]);
    expect(say(polls([1, 0], [2, 50]), { lately })).toEqual({ kind: 'nothing' });
    expect(say(steady(0.1, 80))).toEqual({ kind: 'nothing' });
  });
});

describe('nothing is said', () => {
  test('of an operation that was never seen running', () => {
    expect(say([])).toEqual({ kind: 'nothing' });
  });

  test('at 100 %, where only the end is missing', () => {
    expect(say(steady(2, 100))).toEqual({ kind: 'nothing' });
  });
});

describe('clocks that differ', () => {
  test('a server’s clock ahead of ours makes no negative time', () => {
    around(say(steady(2, 70), { started: START + 5 * MINUTE }), MINUTE);
  });

  test('a start before it was seen waiting is the server’s clock being behind', () => {
    const lately = latelyOf([4, 4, 4.2, 3.8, 4.1].map((minute) => minute * MINUTE));
    const behind = { started: START - 60 * MINUTE, waitingAt: START - SECOND, lately };
    around(say(polls([1, 0]), behind), 4 * MINUTE);
  });
});

test('the same evidence gives the same object, whenever it is asked for', () => {
  const samples = steady(2, 70);
  expect(say(samples)).toBe(say(samples));
  const lately = latelyOf([1, 2, 3, 4, 5].map((minute) => minute * MINUTE));
  expect(say(samples, { lately })).not.toBe(say(samples, { lately: null }));
});

/** Progress that rises, evenly or not, with pauses, and now and then what cannot be: it falls, time goes back. */
const samplings = fc
  .record({
    usual: fc.integer({ min: 300, max: 20_000 }),
    uneven: fc.double({ min: 0, max: 1, noNaN: true }),
    steps: fc.array(
      fc.record({
        luck: fc.double({ min: 0, max: 1, noNaN: true }),
        gain: fc.integer({ min: 0, max: 3 }),
        odd: fc.oneof(
          { weight: 150, arbitrary: fc.constant(null) },
          {
            weight: 1,
            arbitrary: fc.record({
              ms: fc.integer({ min: -90_000, max: 300_000 }),
              percent: fc.option(fc.integer({ min: 0, max: 100 })),
            }),
          },
        ),
      }),
      { minLength: 30, maxLength: 60 },
    ),
  })
  .map(({ usual, uneven, steps }) => {
    let at = START;
    let percent = 0;
    return steps.reduce<readonly ProgressSample[]>((samples, { luck, gain, odd }) => {
      at += odd?.ms ?? usual * (1 + uneven * (luck - 0.5));
      percent = Math.min(100, (odd?.percent ?? percent) + gain);
      return addSample(samples, { at, percent: odd ? odd.percent : percent });
    }, []);
  });

test('whatever was seen, a range is finite, in order and never negative, and a pause never in the future', () => {
  let ranges = 0;
  fc.assert(
    fc.property(
      samplings,
      fc.option(fc.integer({ min: -3_600_000, max: 3_600_000 })),
      fc.option(fc.integer({ min: -600_000, max: 600_000 })),
      fc.array(fc.oneof(fc.double({ min: 0, max: 1e9 }), fc.constant(Number.NaN))),
      (samples, startedAfter, waitedAfter, durations) => {
        const left = timeLeft({
          samples,
          started: startedAfter === null ? null : START + startedAfter,
          waitingAt: waitedAfter === null ? null : START + waitedAfter,
          lately: latelyOf(durations),
        });
        if (left.kind === 'range') {
          ranges += 1;
          expect(left.fromMs).toBeGreaterThan(0);
          expect(left.fromMs).toBeLessThanOrEqual(left.toMs);
          expect(Number.isFinite(left.toMs)).toBe(true);
        }
        if (left.kind === 'stalled') expect(left.since).toBeLessThan(samples.at(-1)?.at ?? START);
      },
    ),
    { numRuns: 1000, seed: 20 },
  );
  expect(ranges, 'the property was tried on ranges').toBeGreaterThan(20);
});

test('while nothing moves, no range grows', () => {
  let ranges = 0;
  const durations = fc.array(fc.double({ min: 1000, max: 1e7, noNaN: true }), { maxLength: 20 });
  const waits = fc.array(fc.integer({ min: 300, max: 15_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(samplings, waits, durations, (samples, waiting, others) => {
      const lately = latelyOf(others);
      const last = samples.at(-1);
      const before = say(samples, { lately });
      if (!last || last.percent === null || before.kind !== 'range') return;
      ranges += 1;
      let still = samples;
      let at = last.at;
      for (const wait of waiting) {
        at += wait;
        still = addSample(still, { at, percent: last.percent });
        const left = say(still, { lately });
        if (left.kind !== 'range') continue;
        expect(left.toMs).toBeLessThanOrEqual(before.toMs);
        expect(left.fromMs).toBeLessThanOrEqual(before.fromMs);
      }
    }),
    { numRuns: 1000, seed: 21 },
  );
  expect(ranges, 'the property was tried on ranges').toBeGreaterThan(20);
});
