import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SEARCH } from '../../../toloka/listSearch.ts';
import { decodeOperation } from '../../../toloka/operation.ts';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { marksOf } from './marks.ts';
import { countWithin, draggedRange, rangeAround, withSubmitted } from './range.ts';
import { scaleOf } from './scale.ts';

const utc = () => 0;
const at = (text: string) => Date.parse(`2026-11-20T${text}Z`);
const marks = (...times: string[]) =>
  marksOf(
    times.map((time, index) => decodeOperation({ id: String(index), submitted: `2026-11-20T${time}` })),
  );

test('a dragged stretch is rounded outwards to times that can be read, in either direction', () => {
  // 4.5 s a pixel: rounded to a quarter of a minute.
  const scale = scaleOf({ from: at('13:00:00'), to: at('14:00:00') }, 832);
  const range = { from: at('13:07:00'), to: at('13:30:15') };
  expect(draggedRange(scale, 100, 408, utc)).toEqual(range);
  expect(draggedRange(scale, 408, 100, utc)).toEqual(range);
  expect(draggedRange(scale, -100, 2000, utc)).toEqual({ from: at('13:00:00'), to: at('14:00:00') });
});

test('rounded by the clocks of the zone', () => {
  const scale = scaleOf({ from: at('00:00:00'), to: at('23:59:00') }, 48);
  const { from } = draggedRange(scale, 14, 20, () => 330);
  expect((from + 330 * 60_000) % 3_600_000).toBe(0);
});

test('a dragged stretch takes in both places and is whole seconds long', () => {
  const place = fc.integer({ min: 6, max: 974 });
  const length = fc.integer({ min: 10, max: 40_000_000 });
  fc.assert(
    fc.property(place, place, length, (one, other, seconds) => {
      const scale = scaleOf({ from: 0, to: seconds * 1000 }, 1000);
      const { from, to } = draggedRange(scale, one, other, utc);
      expect(from).toBeLessThanOrEqual(scale.atOf(Math.min(one, other)));
      expect(to).toBeGreaterThanOrEqual(scale.atOf(Math.max(one, other)));
      expect(from % 1000).toBe(0);
      expect(to % 1000).toBe(0);
    }),
    // A length that a thousandth of a thousandth of a pixel once carried beyond the end.
    { examples: [[974, 6, 8_290_601]] },
  );
});

test('the range around operations takes in the last one, whose time may be finer than a second', () => {
  expect(rangeAround(marks('13:00:10.250', '13:00:30.000'))).toEqual({
    from: at('13:00:10'),
    to: at('13:00:30'),
  });
  expect(rangeAround(marks('13:00:10', '13:00:30.000004'))).toEqual({
    from: at('13:00:10'),
    to: at('13:00:31'),
  });
  expect(rangeAround([])).toBe(null);
});

test('operations at the ends of a range are within it', () => {
  const all = marks('13:00:09', '13:00:10', '13:00:20', '13:00:21');
  expect(countWithin(all, { from: at('13:00:10'), to: at('13:00:20') })).toBe(2);
});

test('a range takes the place of whatever bounded the time of submission, and the place in the list goes', () => {
  const search = parseListSearch(
    'status=FAIL&submitted_gt=now-24h&submitted_lt=nonsense&finished_gte=now-7d&updates=paused&after=-submitted:2026-03-20T10:00:00,id:x',
  );
  const next = withSubmitted(search, { from: at('13:00:10'), to: at('13:00:20') });
  expect(formatListSearch(next)).toBe(
    'status=FAIL&submitted_gte=2026-11-20T13:00:10&submitted_lte=2026-11-20T13:00:20&finished_gte=now-7d&updates=paused',
  );
  expect(formatListSearch(withSubmitted(DEFAULT_SEARCH, { from: at('13:00:00'), to: at('13:00:00') }))).toBe(
    'submitted_gte=2026-11-20T13:00:00&submitted_lte=2026-11-20T13:00:00',
  );
});
