import { formatDay, formatInstant, type Zone } from './format.ts';
import { offsetOf, type OffsetAt } from './zoneOffset.ts';

/** A place on a time axis that has a name. */
export type AxisLabel = {
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
};

/** A distance between labels: a length of time (ms), or whole months where days are too short. */
type Step = { readonly ms: number } | { readonly months: number };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances that clocks and calendars are read in; each at most 2.5 times the one before. */
const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10, 20, 30].map((count) => ({ ms: count * SECOND })),
  ...[1, 2, 5, 10, 20, 30].map((count) => ({ ms: count * MINUTE })),
  ...[1, 2, 4, 6, 12].map((count) => ({ ms: count * HOUR })),
  ...[1, 2, 5, 10, 20].map((count) => ({ ms: count * DAY })),
  ...[1, 2, 4, 6, 12, 24, 60, 120, 240, 600, 1200].map((months) => ({ months })),
];

/** Lengths of time that ends are rounded to, ms. */
const UNITS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((count) => count * HOUR),
];

/** The longest round length of time that is no longer than `ms`, but at least a second and at most a day. In ms. */
export function unitUpTo(ms: number): number {
  return UNITS.findLast((unit) => unit <= ms) ?? SECOND;
}

/**
 * Round instants (epoch ms) by the zone's clocks, evenly over a stretch of time: no more than `most`, and as many as
 * their distance allows. In the order of time, each within the stretch.
 */
export function roundInstants(from: number, to: number, most: number, offsetAt: OffsetAt): number[] {
  return roundedBy(from, to, most, offsetAt).instants;
}

/** The round instants of a stretch with their names, in the words of `format.ts`: as short as they can be beside `today`. */
export function axisLabels(
  from: number,
  to: number,
  most: number,
  zone: Zone,
  today: number,
): readonly AxisLabel[] {
  const { step, instants } = roundedBy(from, to, most, offsetOf(zone));
  if ('months' in step || step.ms >= DAY) {
    return instants.map((at) => ({ at, text: formatDay(at, zone, today) }));
  }
  const fine = step.ms < MINUTE;
  let day = formatDay(today, zone, today);
  return instants.map((at) => {
    const before = day;
    day = formatDay(at, zone, today);
    const clock = clockOf(at, zone, fine);
    if (day === before) return { at, text: clock };
    return { at, text: /^[0:]+$/.test(clock) ? day : `${day} ${clock}` };
  });
}

/** The clock of an instant (epoch ms): `14:01`, or with its seconds where `fine`. */
export function clockOf(ms: number, zone: Zone, fine: boolean): string {
  const clock = formatInstant(ms, zone, ms);
  return fine ? clock : clock.slice(0, -3);
}

function roundedBy(
  from: number,
  to: number,
  most: number,
  offsetAt: OffsetAt,
): { readonly step: Step; readonly instants: number[] } {
  let instants: number[] = [];
  let last: Step = { ms: SECOND };
  for (const step of STEPS) {
    last = step;
    const length = 'ms' in step ? step.ms : step.months * 31 * DAY;
    // So many that they need not be counted one by one.
    if ((to - from) / length > most + 2) continue;
    instants =
      'ms' in step ? byClock(from, to, step.ms, offsetAt) : byMonths(from, to, step.months, offsetAt);
    if (instants.length <= most) break;
  }
  return { step: last, instants };
}

function byClock(from: number, to: number, step: number, offsetAt: OffsetAt): number[] {
  const instants: number[] = [];
  const begin = Math.floor((from + offsetAt(from) * MINUTE) / step) * step;
  // Clocks that were set back have shown a round time before.
  const end = to + offsetAt(to) * MINUTE + step;
  for (let wall = begin; wall <= end; wall += step) add(instants, instantOf(wall, offsetAt), from, to);
  return instants;
}

function byMonths(from: number, to: number, months: number, offsetAt: OffsetAt): number[] {
  const instants: number[] = [];
  const begin = new Date(from + offsetAt(from) * MINUTE);
  const first = Math.floor((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / months) * months;
  for (let month = first, at = -Infinity; at <= to; month += months) {
    at = instantOf(Date.UTC(Math.floor(month / 12), month % 12), offsetAt);
    add(instants, at, from, to);
  }
  return instants;
}

function add(instants: number[], at: number, from: number, to: number): void {
  if (at >= from && at <= to && at > (instants.at(-1) ?? -Infinity)) instants.push(at);
}

/** The instant at which clocks show a time (`wall`, as if it were UTC); the later one of two. */
function instantOf(wall: number, offsetAt: OffsetAt): number {
  const near = wall - offsetAt(wall) * MINUTE;
  return wall - offsetAt(near) * MINUTE;
}
