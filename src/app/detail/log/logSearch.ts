import type { LogFilter, LogReading } from '../../api/log/logSession.ts';
import { t } from '../../../words/words.ts';

/** Which items a link asks for: `log=failed|succeeded|all`, `cause=<key>`, `q=<text>`, and `#item-17`. */
export type LogSearch = {
  /** Null when the link leaves it open. */
  readonly outcome: Outcome | null;
  readonly cause: string | null;
  /** Empty for none. */
  readonly text: string;
  /** The item that the link is about, from 1. */
  readonly item: number | null;
  /** What of the link cannot be understood. Nothing is shown of the log until it is mended. */
  readonly faults: readonly SearchFault[];
};

/** A parameter that cannot be understood, as it was written, and why. */
export type SearchFault = {
  readonly name: 'log' | 'cause' | 'q' | 'item';
  readonly text: string;
  readonly reason: string;
};

export type Outcome = LogFilter['outcome'];

/** The outcomes that one can choose between, in the order in which they are offered. */
export const OUTCOMES = ['all', 'failed', 'succeeded'] as const satisfies readonly Outcome[];

/** Longest text to search for, in characters. */
export const MAX_TEXT = 200;
/** Longest key of a cause that a link may hold, in characters. */
const MAX_KEY = 200;

const PARAMETERS = ['log', 'cause', 'q'] as const;
const ITEM_HASH = '#item-';

/** Reads a link's query string and hash. Never throws: what it cannot understand is among the `faults`. */
export function parseLogSearch(search: string, hash: string): LogSearch {
  const parameters = new URLSearchParams(search);
  const faults: SearchFault[] = [];
  for (const name of PARAMETERS) {
    const all = parameters.getAll(name);
    if (all.length > 1) faults.push({ name, text: all.join(', '), reason: t('it is given more than once') });
  }
  const read = <Value>(
    name: (typeof PARAMETERS)[number],
    of: (text: string) => Value | string,
  ): Value | null => {
    const text = parameters.get(name);
    if (text === null || parameters.getAll(name).length > 1) return null;
    const value = of(text);
    if (typeof value !== 'string') return value;
    faults.push({ name, text, reason: value });
    return null;
  };
  const outcome = read('log', (text) => {
    const known = OUTCOMES.find((each) => each === text);
    return known ? { known } : t('it must be all, failed or succeeded');
  });
  const cause = read('cause', (key) => {
    if (key === '') return t('it is empty');
    return key.length > MAX_KEY ? t('it is too long') : { key };
  });
  const text = read('q', (wanted) =>
    wanted.length > MAX_TEXT ? t('it is longer than {most} characters', { most: MAX_TEXT }) : { wanted },
  );
  const item = itemOf(hash, faults);
  return {
    outcome: outcome?.known ?? null,
    cause: cause?.key ?? null,
    text: text?.wanted ?? '',
    item,
    faults,
  };
}

function itemOf(hash: string, faults: SearchFault[]): number | null {
  if (!hash.startsWith(ITEM_HASH)) return null;
  const text = hash.slice(ITEM_HASH.length);
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  faults.push({ name: 'item', text, reason: t('items are numbered from 1') });
  return null;
}

/** What may be changed of a `LogSearch`; what is left out stays. */
export type LogSearchChange = Partial<Pick<LogSearch, 'outcome' | 'cause' | 'text' | 'item'>>;

/** A link's query string (without `?`) and hash, as `links.ts` takes them. */
export type LogAddress = { readonly search: string; readonly hash: string };

/**
 * The query string and hash for a changed search, on top of what the link holds: parameters of others stay. Says
 * `tab=log`, since whoever opens such a link wants to see the log. Faulty parameters go when they are changed.
 */
export function changeLogSearch(search: string, hash: string, change: LogSearchChange): LogAddress {
  const parameters = new URLSearchParams(search);
  const set = (name: string, value: string | null | undefined) => {
    if (value === undefined) return;
    if (value === null || value === '') parameters.delete(name);
    else parameters.set(name, value);
  };
  set('tab', 'log');
  set('log', change.outcome);
  set('cause', change.cause);
  set('q', change.text);
  const item = change.item;
  const nextHash = item === undefined ? hash : item === null ? '' : itemHash(item);
  return { search: parameters.toString(), hash: nextHash };
}

/** The end of a link to an item: `#item-17`. */
export function itemHash(item: number): string {
  return `${ITEM_HASH}${item}`;
}

/** The same link without its faulty parameters. */
export function withoutFaults(search: string, hash: string): LogAddress {
  const parameters = new URLSearchParams(search);
  const { faults } = parseLogSearch(search, hash);
  for (const { name } of faults) parameters.delete(name);
  return { search: parameters.toString(), hash: faults.some(({ name }) => name === 'item') ? '' : hash };
}

/** Whether a link asks for something in the log, so that even a large one is read at once. */
export function asksForItems({ outcome, cause, text, item }: LogSearch): boolean {
  return outcome !== null || cause !== null || text !== '' || item !== null;
}

/**
 * The outcome to show when a link leaves it open: failures where there are or should be any, since they are what one
 * comes for, else all items. `expected` tells whether the operation itself says that something failed.
 */
export function shownOutcome(outcome: Outcome | null, expected: boolean, reading: LogReading): Outcome {
  if (outcome !== null) return outcome;
  const coming = reading.phase === 'asking' || reading.phase === 'reading';
  return expected && (coming || reading.failed > 0) ? 'failed' : 'all';
}
