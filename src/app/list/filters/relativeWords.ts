import { relativeAgoMs } from '../../../toloka/relativeTime.ts';
import { formatDurationWords } from '../../ui/format.ts';

/** Spans that are offered as "last …", as the URL says them. */
export const RELATIVE_PRESETS = ['now-15m', 'now-1h', 'now-24h', 'now-7d', 'now-30d'] as const;

/** How the unit letters of relative dates read. A letter that is missing here falls back to hours and minutes. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
};

/** A relative date as a span that ends now: `last 24 hours`, `last hour`; null when the text is not relative. */
export function lastWords(date: string): string | null {
  const span = spanOf(date);
  if (span === null) return null;
  return `last ${span.count === 1 ? span.unit : span.words}`;
}

/** A relative date as an instant: `24 hours ago`, `now`; null when the text is not relative. */
export function agoWords(date: string): string | null {
  if (relativeAgoMs(date) === 0) return 'now';
  const span = spanOf(date);
  return span === null ? null : `${span.words} ago`;
}

function spanOf(date: string): { count: number; unit: string; words: string } | null {
  const ago = relativeAgoMs(date);
  if (ago === null) return null;
  const count = Number(/\d+/.exec(date)?.[0] ?? 0);
  const unit = UNIT_WORDS[date.at(-1) ?? ''];
  if (unit === undefined) return { count: ago, unit: 'moment', words: formatDurationWords(ago) };
  return { count, unit, words: `${count} ${unit}${count === 1 ? '' : 's'}` };
}
