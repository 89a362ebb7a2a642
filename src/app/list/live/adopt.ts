import { sameReading, type Operation } from '../../../toloka/operation.ts';
import type { PageReading } from '../../../toloka/paging/page.ts';
import { NO_NEWS, type Screen } from './screen.ts';

/** Puts a page on screen exactly as it was read. What was on screen only lends its objects, so that less renders. */
export function adopt(before: Screen | null, reading: PageReading): Screen {
  const known = new Map(before?.rows.map((row) => [row.operation.id, row]));
  const rows = reading.items.map((item) => {
    const row = known.get(item.id);
    const operation = row ? keepOld(row.operation, item) : item;
    return row?.departure === null && row.operation === operation && row.origin === operation
      ? row
      : { operation, origin: operation, departure: null };
  });
  const { next, previous } = reading;
  const same =
    before?.reading === reading &&
    before.news === NO_NEWS &&
    before.next === next &&
    before.previous === previous &&
    sameItems(rows, before.rows);
  return same ? before : { rows, news: NO_NEWS, next, previous, reading };
}

/** The older object of two readings that say the same. */
export function keepOld(old: Operation, fresh: Operation): Operation {
  return sameReading(old, fresh) ? old : fresh;
}

/** Whether two lists hold the same objects. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
