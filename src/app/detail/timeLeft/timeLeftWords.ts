import type { Lately } from '../../../toloka/estimate/lately.ts';
import { stated } from '../../../toloka/estimate/stated.ts';
import type { TimeLeft } from '../../../toloka/estimate/timeLeft.ts';
import { formatCount } from '../../ui/format.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A range of durations (ms) in round numbers: `2–4 min`, `40–80 s`, `about 3 min`, `less than a minute`. */
export function rangeWords(fromMs: number, toMs: number): string {
  const { fromMs: from, toMs: to, aboutMs } = stated(fromMs, toMs);
  if (aboutMs !== null) return `about ${amount(aboutMs)}`;
  if (from === 0) return `less than ${to === MINUTE ? 'a minute' : amount(to)}`;
  const unit = unitOf(to);
  // Beside minutes, a minute and a half is no 90 s.
  const inMinutes = unit === 'min' && from >= MINUTE && from < 2 * MINUTE;
  if (inMinutes) return `${from < 1.25 * MINUTE ? '1' : from < 1.75 * MINUTE ? '1½' : '2'}–${amount(to)}`;
  return unit !== null && unit === unitOf(from)
    ? `${formatCount(from / UNITS[unit])}–${amount(to)}`
    : `${amount(from)} to ${amount(to)}`;
}

const UNITS = { s: SECOND, min: MINUTE, h: HOUR } as const;

/** The unit that tells a round number whole; null where it takes two. */
function unitOf(ms: number): keyof typeof UNITS | null {
  if (ms < 2 * MINUTE) return 's';
  if (ms < HOUR) return 'min';
  return ms % HOUR === 0 ? 'h' : null;
}

function amount(ms: number): string {
  const unit = unitOf(ms);
  if (unit !== null) return `${formatCount(ms / UNITS[unit])} ${unit}`;
  return `${formatCount(Math.floor(ms / HOUR))} h ${(ms % HOUR) / MINUTE} min`;
}

/** What the estimate rests on: `from the pace so far`, `from the last 12 successful runs of this type, mostly 3–5 min`. */
export function sourceWords(source: 'pace' | 'history' | 'both', lately: Lately | null): string {
  if (source === 'pace' || !lately) return 'from the pace so far';
  const others = `the last ${lately.count} successful runs of this type, ${mostlyWords(lately)}`;
  return source === 'both' ? `from the pace so far and ${others}` : `from ${others}`;
}

/** Eight of ten took as long, so no more than "mostly" can be said. */
function mostlyWords(lately: Lately): string {
  return `mostly ${rangeWords(lately.fromMs, lately.toMs)}`;
}

/** What is known where no time left can be told: how long others took. Empty if that is not known or of no use. */
export function insteadWords(left: TimeLeft, lately: Lately | null): string {
  if (!lately || left.kind === 'nothing' || left.kind === 'range') return '';
  return `The last ${lately.count} successful runs of this type: ${mostlyWords(lately)}.`;
}
