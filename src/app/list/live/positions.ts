import type { Operation } from '../../../toloka/operation.ts';
import { compareValues, valuesOf } from '../../../toloka/paging/compare.ts';
import type { PageReading } from '../../../toloka/paging/page.ts';
import { totalOrder } from '../../../toloka/sort.ts';
import type { Facts, Row } from './screen.ts';

/** Where rows on screen and rows of a fresh reading stand to each other, as far as it can be told without the server. */
export type Positions = {
  /** All that was read, without gaps, in the list's order. */
  readonly stretch: readonly Operation[];
  /** The fresh reading of an operation. */
  readonly fresh: (id: string) => Operation | undefined;
  /** Whether a row of the stretch belongs to the page itself. */
  readonly onPage: (at: number) => boolean;
  /** Negative when `a` surely comes first, positive when `b` does, 0 when that cannot be told: only the server orders IDs. */
  readonly compare: (a: Operation, b: Operation) => number;
  /** Whether the stretch surely reaches over the place of the screen's row at `index`. */
  readonly covered: (index: number) => boolean;
  /** Whether a row of the stretch comes before the screen's first row. */
  readonly isAhead: (at: number, first: Row) => boolean;
  /** Whether the list goes on behind a row at the screen's end (`up`: before a row at its start); null if unknown. */
  readonly goesOnBehind: (edge: Row, up: boolean) => boolean | null;
};

/** Works out the positions of a reading's rows among those on screen. */
export function createPositions(
  { query, absentFirst }: Facts,
  reading: PageReading,
  rows: readonly Row[],
): Positions {
  const { keys } = totalOrder(query.sort);
  const up = reading.side === 'before';
  // Merged streams: rows that tie on all times may stand one way or the other from reading to reading.
  const mixesTies = keys.length > 0 && (query.types.length > 1 || query.statuses.length > 1);
  const stretch = up ? [...reading.beyond, ...reading.items] : [...reading.items, ...reading.beyond];
  const at = new Map(stretch.map((operation, index) => [operation.id, index]));

  const compareKeys = (a: readonly (string | null)[], b: readonly (string | null)[]) => {
    let known = true;
    const order = compareValues(keys, a, b, () => {
      known &&= absentFirst !== null;
      return absentFirst ?? false;
    });
    return known ? order : 0;
  };
  const compare = (a: Operation, b: Operation) => compareKeys(valuesOf(a, keys), valuesOf(b, keys));

  /** Where a row stands in the stretch if it is still where it was put; -1 when it is not there or has moved. */
  const settledAt = ({ operation: { id }, origin }: Row) => {
    const index = at.get(id) ?? -1;
    const fresh = stretch[index];
    return fresh && keys.every(({ field }) => fresh[field] === origin[field]) ? index : -1;
  };
  const settled = rows.map(settledAt);
  // The outermost row that is still in its place, as seen from where the walk began: up to it nothing was passed over.
  const farthest = up
    ? settled.findIndex((index) => index >= 0)
    : settled.findLastIndex((index) => index >= 0);

  return {
    stretch,
    fresh: (id) => stretch[at.get(id) ?? -1],
    onPage: (index) => (up ? index >= reading.beyond.length : index < reading.items.length),
    compare,
    covered: (index) => {
      const row = rows[index];
      if (!row) return false;
      if (reading.reach === null) return true;
      const far = rows[farthest];
      const inside = far !== undefined && (up ? index > farthest : index < farthest);
      if (inside && (!mixesTies || compare(row.origin, far.origin) !== 0)) return true;
      const order = compareKeys(valuesOf(row.origin, keys), reading.reach.values);
      return up ? order > 0 : order < 0;
    },
    isAhead: (index, first) => {
      const operation = stretch[index];
      const order = operation ? compare(operation, first.origin) : 0;
      if (order !== 0) return order < 0;
      const anchor = settled.find((other) => other >= 0);
      return anchor !== undefined && index < anchor;
    },
    goesOnBehind: (edge, upward) => {
      if (upward !== up) return null;
      const inner = up ? rows[1] : rows.at(-2);
      if (mixesTies && inner && compare(inner.origin, edge.origin) === 0) return null;
      const index = settledAt(edge);
      if (index >= 0) return reading.reach !== null || index !== (up ? 0 : stretch.length - 1);
      const end = up ? stretch[0] : stretch.at(-1);
      const order = end ? compare(end, edge.origin) : 0;
      return (up ? order < 0 : order > 0) ? true : null;
    },
  };
}
