import { t } from './words.ts';

/** Names as a sentence lists them: `A`, `A and B`, `A, B and C`; empty without any. */
export function andList(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? '';
  return t('{list} and {last}', { list: names.slice(0, -1).join(', '), last });
}
