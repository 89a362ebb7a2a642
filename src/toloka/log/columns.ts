/** Numbers by place, packed: four or eight bytes each, where an array of objects would take ten times that. */

/** How an index keeps what it knows of each item: it only ever grows at its end, or is cut back there. */
export type Column = {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** The value at a place; 0 where there is none. */
  readonly at: (index: number) => number;
  /** Where a value stands in a column that only rises, or -1. */
  readonly find: (value: number) => number;
};

type Packed = Uint8Array | Uint32Array | Float64Array;

/** An empty column whose values are kept as `Kind` keeps them: whole numbers up to 2^8, 2^32 or 2^53. */
export function createColumn(Kind: new (length: number) => Packed): Column {
  let values = new Kind(64);
  let length = 0;
  return {
    length: () => length,
    push: (value) => {
      if (length === values.length) {
        const wider = new Kind(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (index) => (index < length ? (values[index] ?? 0) : 0),
    find: (value) => {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((values[middle] ?? 0) < value) low = middle + 1;
        else high = middle;
      }
      return low < length && values[low] === value ? low : -1;
    },
  };
}
