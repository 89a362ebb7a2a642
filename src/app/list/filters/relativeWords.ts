import { relativeAgoMs } from '../../../toloka/relativeTime.ts';
import { plural, t, type CountedText, type Text } from '../../../words/words.ts';
import { formatDurationWords } from '../../ui/format.ts';

/** Spans that are offered as "last …", as the URL says them. */
export const RELATIVE_PRESETS = ['now-15m', 'now-1h', 'now-24h', 'now-7d', 'now-30d'] as const;

/** A text for one unit of time and one for several. */
type Counted<One extends string = string> = readonly [one: One, many: CountedText];

/** How the unit letters of relative dates read. A letter that is missing here falls back to hours and minutes. */
const UNITS: Readonly<Record<string, { readonly last: Counted<Text>; readonly ago: Counted }>> = {
  s: { last: ['last second', 'last {n} seconds'], ago: ['{n} second ago', '{n} seconds ago'] },
  m: { last: ['last minute', 'last {n} minutes'], ago: ['{n} minute ago', '{n} minutes ago'] },
  h: { last: ['last hour', 'last {n} hours'], ago: ['{n} hour ago', '{n} hours ago'] },
  d: { last: ['last day', 'last {n} days'], ago: ['{n} day ago', '{n} days ago'] },
  w: { last: ['last week', 'last {n} weeks'], ago: ['{n} week ago', '{n} weeks ago'] },
};

/** A relative date as a span that ends now: `last 24 hours`, `last hour`; null when the text is not relative. */
export function lastWords(date: string): string | null {
  const span = spanOf(date);
  if (span === null) return null;
  const { ms, count, unit } = span;
  if (!unit) return t('last {duration}', { duration: formatDurationWords(ms) });
  // A text of its own: other languages use the form for one also for 21, with its number.
  return count === 1 ? t(unit.last[0]) : plural(count, ...unit.last);
}

/** A relative date as an instant: `24 hours ago`, `now`; null when the text is not relative. */
export function agoWords(date: string): string | null {
  if (relativeAgoMs(date) === 0) return t('now');
  const span = spanOf(date);
  if (span === null) return null;
  const { ms, count, unit } = span;
  return unit ? plural(count, ...unit.ago) : t('{duration} ago', { duration: formatDurationWords(ms) });
}

function spanOf(date: string) {
  const ms = relativeAgoMs(date);
  if (ms === null) return null;
  return { ms, count: Number(/\d+/.exec(date)?.[0] ?? 0), unit: UNITS[date.at(-1) ?? ''] };
}
