import type { FailureCause, LogReading } from '../../api/log/logSession.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';

/** `1 item`, `12,300 items`. */
export function itemsWords(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'item' : 'items'}`;
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
  if (reading.phase === 'asking') return 'Asking for the log…';
  const of = expected !== null && expected >= reading.items ? ` of ${formatCount(expected)}` : '';
  const items = of === '' ? itemsWords(reading.items) : `${formatCount(reading.items)}${of} items`;
  return `${items}, ${formatBytes(reading.bytes)}`;
}

/** What a log holds: `12 failed, 488 succeeded`. */
export function countsWords({ items, failed, succeeded }: LogReading): string {
  if (items === 0) return 'no items';
  const parts = [
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(succeeded > 0 ? [`${formatCount(succeeded)} succeeded`] : []),
  ];
  return parts.join(', ');
}

/** Whether what came is the whole log, and if not, how much came: the plain answer for each way in which reading ends. */
export function endWords(reading: LogReading): string | null {
  const { phase, items, bytes } = reading;
  if (isComing(reading) || phase === 'complete') return null;
  const came = `${itemsWords(items)} (${formatBytes(bytes)}) came`;
  if (phase === 'stopped') return items === 0 ? 'Stopped before any item came.' : `Stopped: ${came}.`;
  if (items === 0) return 'No item came before the log broke off.';
  return `${came} before the log broke off. They are shown below; all counts are of them alone.`;
}

/** What a screen reader says once when reading ends; empty while it goes on. */
export function spokenEnd(reading: LogReading): string {
  if (isComing(reading) || reading.phase === 'failed') return '';
  if (reading.phase === 'complete') {
    return reading.items === 0
      ? 'Log loaded: it is empty.'
      : `Log loaded: ${itemsWords(reading.items)}, ${countsWords(reading)}.`;
  }
  return `Log incomplete: ${endWords(reading)}`;
}

/** An empty log's own answer. */
export function emptyWords(expected: number | null): string {
  return expected !== null && expected > 0
    ? `The log is empty, though the operation had ${itemsWords(expected)}.`
    : 'The log is empty: the API names no item.';
}

/** How much there is to say about a failed batch, beside its heading: `3 causes in 412 failed items`. */
export function causesWords(reading: LogReading): string {
  const { causeCount, failed } = reading;
  const causes = causeCount === 1 ? '1 cause' : `${formatCount(causeCount)} causes`;
  const words = `${causes} in ${formatCount(failed)} failed ${failed === 1 ? 'item' : 'items'}`;
  return isComing(reading) ? `${words} so far` : words;
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
  return `${formatCount(matches)} of ${itemsWords(reading.items)}${through ? '' : `, ${formatCount(searched)} searched`}`;
}
