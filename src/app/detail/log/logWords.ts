import type { FailureCause, LogReading } from '../../api/log/logSession.ts';
import { plural, t } from '../../../words/words.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';

/** `1 item`, `12,300 items`. */
export function itemsWords(count: number): string {
  return plural(count, '{n} item', '{n} items');
}

/** Whether more of the log may still come. */
export function isComing({ phase }: LogReading): boolean {
  return phase === 'asking' || phase === 'reading';
}

/**
 * How far reading is, in whole percent; null while nobody knows. `expected` is the operation's own number of items,
 * which its log need not hold exactly: 100 is only said at the end.
 */
export function percentRead(reading: LogReading, expected: number | null): number | null {
  if (!isComing(reading)) return 100;
  if (expected === null || expected === 0) return null;
  return Math.min(99, Math.floor((reading.items / expected) * 100));
}

/** How far reading is, in words: `12,300 of 100,000 items, 4.9 MB`. */
export function readingWords(reading: LogReading, expected: number | null): string {
  if (reading.phase === 'asking') return t('Asking for the log…');
  const items =
    expected !== null && expected >= reading.items
      ? ofItems(reading.items, expected)
      : itemsWords(reading.items);
  return `${items}, ${formatBytes(reading.bytes)}`;
}

/** What a log holds: `12 failed, 488 succeeded`. */
export function countsWords({ items, failed, succeeded }: LogReading): string {
  if (items === 0) return t('no items');
  const parts = [
    ...(failed > 0 ? [t('{count} failed', { count: formatCount(failed) })] : []),
    ...(succeeded > 0 ? [t('{count} succeeded', { count: formatCount(succeeded) })] : []),
  ];
  return parts.join(', ');
}

/** Whether what came is the whole log, and if not, how much came: the plain answer for each way in which reading ends. */
export function endWords(reading: LogReading): string | null {
  const { phase, items, bytes } = reading;
  if (isComing(reading) || phase === 'complete') return null;
  const size = { size: formatBytes(bytes) };
  if (phase === 'stopped') {
    return items === 0
      ? t('Stopped before any item came.')
      : plural(items, 'Stopped: {n} item ({size}) came.', 'Stopped: {n} items ({size}) came.', size);
  }
  if (items === 0) return t('No item came before the log broke off.');
  return plural(
    items,
    '{n} item ({size}) came before the log broke off. It is shown below; all counts are of it alone.',
    '{n} items ({size}) came before the log broke off. They are shown below; all counts are of them alone.',
    size,
  );
}

/** What a screen reader says once when reading ends; empty while it goes on. */
export function spokenEnd(reading: LogReading): string {
  if (isComing(reading) || reading.phase === 'failed') return '';
  if (reading.phase === 'complete') {
    return reading.items === 0
      ? t('Log loaded: it is empty.')
      : t('Log loaded: {items}, {counts}.', {
          items: itemsWords(reading.items),
          counts: countsWords(reading),
        });
  }
  return t('Log incomplete: {how}', { how: endWords(reading) ?? '' });
}

/** An empty log's own answer. */
export function emptyWords(expected: number | null): string {
  return expected !== null && expected > 0
    ? plural(
        expected,
        'The log is empty, though the operation had {n} item.',
        'The log is empty, though the operation had {n} items.',
      )
    : t('The log is empty: the API names no item.');
}

/** How much there is to say about a failed batch, beside its heading: `3 causes in 412 failed items`. */
export function causesWords(reading: LogReading): string {
  const { causeCount, failed } = reading;
  const causes = { causes: plural(causeCount, '{n} cause', '{n} causes') };
  return isComing(reading)
    ? plural(failed, '{causes} in {n} failed item so far', '{causes} in {n} failed items so far', causes)
    : plural(failed, '{causes} in {n} failed item', '{causes} in {n} failed items', causes);
}

/** A cause in one line, for menus: `input_values.image VALUE_REQUIRED`; with its message where others share the rest. */
export function causeName({ path, code, message }: FailureCause, causes: readonly FailureCause[]): string {
  const short = path === '' ? code : `${path} ${code}`;
  const shared = causes.some((each) => each.path === path && each.code === code && each.message !== message);
  return shared ? `${short}: ${message}` : short;
}

/** Share of the failed items that a cause concerns, in percent, never so small that its bar could not be seen. */
export function sharePercent(count: number, failed: number): number {
  return failed === 0 ? 0 : Math.min(100, Math.max(1, (count / failed) * 100));
}

/** How many items a filter leaves, beside the heading and for screen readers. */
export function matchesWords(matches: number, searched: number, reading: LogReading): string {
  const through = searched >= reading.items;
  if (matches === reading.items && through) return itemsWords(matches);
  return through
    ? ofItems(matches, reading.items)
    : plural(
        reading.items,
        '{count} of {n} item, {searched} searched',
        '{count} of {n} items, {searched} searched',
        { count: formatCount(matches), searched: formatCount(searched) },
      );
}

function ofItems(count: number, all: number): string {
  return plural(all, '{count} of {n} item', '{count} of {n} items', { count: formatCount(count) });
}
