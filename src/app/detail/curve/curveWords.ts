import { t } from '../../../words/words.ts';
import type { Zone } from '../../ui/format.ts';
import { clockOf } from '../../ui/timeAxis.ts';
import type { Curve } from './curve.ts';

/** Over less than this, clocks are told with their seconds, ms. */
const SHORT_MS = 300_000;

/** The curve in words, by the zone's clocks: `40% at 14:02, 61% now; expected to finish between 14:10 and 14:14`. */
export function curveWords({ stretch, seen, end, ended }: Curve, zone: Zone): string {
  const clock = (at: number) => clockOf(at, zone, stretch.to - stretch.from < SHORT_MS);
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return '';
  const sofar = { percent: first.percent, time: clock(first.at), now: last.percent };
  if (ended) {
    const to = clock(last.at);
    return t('{percent}% at {time}, {last}% at the end at {to}', { ...sofar, last: last.percent, to });
  }
  if (!end) return t('{percent}% at {time}, {now}% now', sofar);
  const [from, to] = [clock(end.from), clock(end.to)];
  return from === to
    ? t('{percent}% at {time}, {now}% now; expected to finish at about {end}', { ...sofar, end: to })
    : t('{percent}% at {time}, {now}% now; expected to finish between {from} and {to}', {
        ...sofar,
        from,
        to,
      });
}
