import { plural, t } from '../../words/words.ts';

/** How many operations stand side by side: fewer are no comparison, more are no longer read side by side. */
export const LEAST = 2;
export const MOST = 4;

/** All that a comparison's query string says. */
export type CompareSearch = {
  /** Each ID once, in the address's order, whether an operation can have it or not. */
  readonly ids: readonly string[];
  /** IDs that are named more than once. */
  readonly repeated: readonly string[];
  /** Names of parameters that say nothing here. */
  readonly unknown: readonly string[];
};

/** Reads a comparison's query string. Never throws; what cannot be used is told, not dropped. */
export function parseCompareSearch(text: string): CompareSearch {
  const entries = [...new URLSearchParams(text)];
  const named = entries.filter(([name]) => name === 'id').map(([, value]) => value.trim());
  const ids = [...new Set(named)];
  return {
    ids,
    repeated: ids.filter((id) => named.indexOf(id) !== named.lastIndexOf(id)),
    unknown: [...new Set(entries.map(([name]) => name).filter((name) => name !== 'id'))],
  };
}

/** What is wrong with a comparison's address, as sentences. Those with `mends` are put right by naming each ID once. */
export type AddressFault = { readonly words: string; readonly mends: boolean };

const TOO_MANY_BY_ONE =
  'This address names {count} operations, and at most {most} can stand side by side. Remove one of them.';
const TOO_MANY =
  'This address names {count} operations, and at most {most} can stand side by side. Remove {n} of them.';

/** The faults of an address that concern it as a whole; an ID that is none is told in its own column. */
export function addressFaults({ ids, repeated, unknown }: CompareSearch): AddressFault[] {
  const faults: AddressFault[] = [];
  if (ids.length > MOST) {
    const values = { count: ids.length, most: MOST };
    faults.push({ words: plural(ids.length - MOST, TOO_MANY_BY_ONE, TOO_MANY, values), mends: false });
  } else if (ids.length < LEAST) {
    const values = { least: LEAST, most: MOST };
    faults.push({
      words: t(
        'A comparison takes {least} to {most} operations, and this address names only one. Add another.',
        values,
      ),
      mends: false,
    });
  }
  for (const id of repeated)
    faults.push({ words: t('“{id}” is named more than once. It has one column.', { id }), mends: true });
  for (const name of unknown)
    faults.push({ words: t('The parameter “{name}” means nothing to a comparison.', { name }), mends: true });
  return faults;
}
