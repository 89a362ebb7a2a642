/** Rows kept in order of one key, for binary search. */
export type SortedIndex<Row, Key extends string | number> = {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => Key;
  /** Takes in more rows, in any order. */
  readonly insert: (added: readonly Row[]) => void;
  /** First place whose key fulfils `holds`, which must be false up to some key and true from there on. */
  readonly firstWhere: (holds: (key: Key) => boolean) => number;
};

/** A batch larger than this is merged by one sort; smaller ones are put in place one by one. */
const FEW = 16;

/** Makes an index of `initial`, in any order, by `keyOf`. */
export function createSortedIndex<Row, Key extends string | number>(
  initial: readonly Row[],
  keyOf: (row: Row) => Key,
): SortedIndex<Row, Key> {
  const rows: Row[] = [];
  const firstWhere = (holds: (key: Key) => boolean) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(keyOf(rows[middle] as Row))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const insert = (added: readonly Row[]) => {
    if (added.length > FEW) {
      for (const row of added) rows.push(row);
      rows.sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
      return;
    }
    for (const row of added) {
      const key = keyOf(row);
      rows.splice(
        firstWhere((other) => compareKeys(other, key) > 0),
        0,
        row,
      );
    }
  };
  insert(initial);
  return { rows, keyOf, insert, firstWhere };
}

/** Orders numbers by value and texts by code unit. */
export function compareKeys<Key extends string | number>(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
