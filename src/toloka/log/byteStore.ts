/** Bytes that arrive in pieces and are read back by their places: the one copy of a log that is kept. */
export type ByteStore = {
  /** How many bytes there are. */
  readonly length: () => number;
  readonly append: (bytes: Uint8Array) => void;
  /** The bytes from `start` up to `end`: a look into the store where they lie together, else a copy. */
  readonly bytes: (start: number, end: number) => Uint8Array;
};

/** Large enough that few items lie across a border, small enough that a short log wastes little. */
const BLOCK_BYTES = 262_144;

/** An empty store. Grows by blocks of 256 KB, so that nothing that is there is ever copied to make room. */
export function createByteStore(): ByteStore {
  const blocks: Uint8Array[] = [];
  let length = 0;
  return {
    length: () => length,
    append: (bytes) => {
      for (let taken = 0; taken < bytes.length;) {
        const place = length % BLOCK_BYTES;
        if (place === 0) blocks.push(new Uint8Array(BLOCK_BYTES));
        const piece = bytes.subarray(taken, taken + BLOCK_BYTES - place);
        blocks.at(-1)?.set(piece, place);
        taken += piece.length;
        length += piece.length;
      }
    },
    bytes: (start, end) => {
      const first = Math.floor(start / BLOCK_BYTES);
      const from = start - first * BLOCK_BYTES;
      const block = blocks[first];
      if (block && from + end - start <= BLOCK_BYTES) return block.subarray(from, from + end - start);
      return joined(blocks, first, from, end - start);
    },
  };
}

function joined(blocks: readonly Uint8Array[], first: number, from: number, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  let at = 0;
  for (let index = first; at < length; index++) {
    const block = blocks[index];
    if (!block) break;
    const piece = block.subarray(index === first ? from : 0, (index === first ? from : 0) + length - at);
    copy.set(piece, at);
    at += piece.length;
  }
  return copy;
}
