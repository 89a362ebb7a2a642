import { expect, test } from 'vitest';
import { decodeOperation } from '../../../toloka/operation.ts';
import type { TimeLeft } from '../../../toloka/estimate/timeLeft.ts';
import type { ProgressSample } from '../../../toloka/estimate/samples.ts';
import { curveOf, endedCurve } from './curve.ts';
import { curveWords } from './curveWords.ts';

const MIN = 60_000;
const T = Date.parse('2026-11-20T14:00:00Z');
const at = (minutes: number, percent: number | null): ProgressSample => ({ at: T + minutes * MIN, percent });
const SAMPLES = [at(2, 40), at(4, 52), at(6, 61)];
const LEFT: TimeLeft = { kind: 'range', fromMs: 4 * MIN, toMs: 8 * MIN, source: 'pace' };

test('two answers, or none that tells a percent, are no curve', () => {
  expect(curveOf({ samples: SAMPLES.slice(0, 2), waitingAt: null }, T, LEFT)).toBe(null);
  expect(curveOf({ samples: [at(1, null), at(2, null), at(3, null)], waitingAt: null }, T, LEFT)).toBe(null);
});

test('it begins where the operation has started, goes through what was seen, and ends when it may end', () => {
  expect(curveOf({ samples: SAMPLES, waitingAt: null }, T, LEFT)).toEqual({
    stretch: { from: T, to: T + 14 * MIN },
    begun: { at: T, percent: 0 },
    seen: SAMPLES,
    end: { from: T + 10 * MIN, to: T + 14 * MIN },
    ended: false,
  });
});

test('it was not running when it was seen waiting, nor later than it was seen running', () => {
  expect(curveOf({ samples: SAMPLES, waitingAt: T + MIN }, T, LEFT)?.begun?.at).toBe(T + MIN);
  const ahead = curveOf({ samples: SAMPLES, waitingAt: null }, T + 5 * MIN, LEFT);
  expect(ahead?.begun).toBe(null);
  expect(ahead?.stretch.from).toBe(T + 2 * MIN);
});

test('where no end is told, there is room for what comes', () => {
  const curve = curveOf({ samples: SAMPLES, waitingAt: null }, T, { kind: 'stalled', since: T });
  expect(curve?.end).toBe(null);
  expect(curve?.stretch).toEqual({ from: T, to: T + 8 * MIN });
});

test('of one that has ended it goes up to the end, but not far beyond what was seen', () => {
  const ended = (finished: string) => {
    const running = curveOf({ samples: SAMPLES, waitingAt: null }, T, LEFT);
    const fields = { id: 'a', status: 'SUCCESS', progress: 100, finished };
    return running && endedCurve(running, decodeOperation(fields));
  };
  const curve = ended('2026-11-20T14:06:05');
  expect(curve?.seen.at(-1)).toEqual({ at: T + 6 * MIN + 5000, percent: 100 });
  expect(curve?.stretch).toEqual({ from: T, to: T + 6 * MIN + 5000 });
  expect(curve && curveWords(curve, 'utc')).toBe('40% at 14:02, 100% at the end at 14:06');
  expect(ended('2026-11-20T15:00:00')?.stretch.to).toBe(T + 6 * MIN + 20_000);
  expect(ended('2026-11-20T13:00:00')?.stretch.to).toBe(T + 6 * MIN);
});

test('in words', () => {
  const words = (left: TimeLeft | null) => {
    const curve = curveOf({ samples: SAMPLES, waitingAt: null }, T, left);
    return curve && curveWords(curve, 'utc');
  };
  expect(words(LEFT)).toBe('40% at 14:02, 61% now; expected to finish between 14:10 and 14:14');
  expect(words(null)).toBe('40% at 14:02, 61% now');
  expect(words({ kind: 'range', fromMs: 5_000, toMs: 40_000, source: 'pace' })).toBe(
    '40% at 14:02, 61% now; expected to finish at about 14:06',
  );
});
