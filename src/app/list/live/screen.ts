import type { ListQuery } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import type { Page, PageReading } from '../../../toloka/paging/page.ts';
import type { Boundary } from '../../../toloka/place.ts';

/**
 * Why a row on screen is not where the list would have it now: it no longer matches the filters, or it has moved to
 * another place in the order (that it still matches cannot be told then).
 */
export type Departure = 'unmatched' | 'moved';

export type Row = {
  /** The newest reading. */
  readonly operation: Operation;
  /** The reading that it was put on screen with, which gave it its place. */
  readonly origin: Operation;
  readonly departure: Departure | null;
};

/** What refreshes have brought that is not on screen. */
export type News = {
  /** Operations before the first row. */
  readonly ahead: number;
  /** Whether there may be more of those than were counted. */
  readonly atLeast: boolean;
  /** Operations between the rows, or on the page behind them. */
  readonly among: number;
};

/** What one looks at: rows that stay where they are until the next deliberate step. */
export type Screen = {
  readonly rows: readonly Row[];
  readonly news: News;
  readonly next: Boundary | null;
  readonly previous: Boundary | null;
  /** The newest reading that was taken in. */
  readonly reading: PageReading;
};

/** What is on screen, and the steps that may change it. */
export type ScreenControl = {
  readonly screen: Screen | null;
  /** Whether there is a newer reading that waits for the code that takes it in. */
  readonly behind: boolean;
  /** Puts the newest reading on screen as it is, also when it lacks the rows of a stream that failed. */
  readonly show: () => void;
  /** The same after a deliberate step to this page, but no row is taken away because a stream failed. */
  readonly arrive: () => void;
  /** Lets in what is new by itself; rows that have left the list stay. */
  readonly glide: () => void;
};

export type Facts = {
  readonly query: ListQuery;
  /** Whether rows without a `finished` come first in this list; null while that is not known. */
  readonly absentFirst: boolean | null;
  /** A reading of an operation that came by another way, if there is one. */
  readonly elsewhere: (id: string) => Operation | null;
};

export const NO_NEWS: News = { ahead: 0, atLeast: false, among: 0 };

/** How many operations are new and not on screen. */
export function newsCount({ ahead, among }: News): number {
  return ahead + among;
}

/** What is on screen as a page of the list, for those who need not know that its rows stand still. */
export function pageOf({ rows, next, previous, reading }: Screen): Page {
  const items = rows.map((row) => row.operation);
  return { items, next, previous, ...(reading.missing && { missing: reading.missing }) };
}
