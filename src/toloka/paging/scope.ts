import { BOUNDS, type Bound, type BoundParameter } from '../filters.ts';

export type BoundSet = Readonly<Partial<Record<BoundParameter, string>>>;

/** The rows that one request of the API can be about, and what of its answer counts. */
export type Scope = {
  readonly type: string | null;
  readonly status: string | null;
  /** Bounds with absolute dates. */
  readonly bounds: BoundSet;
  /**
   * Which rows count by their `finished`: all; those without one, found in front of an answer (`absent`); or those
   * without one, picked out of an answer wherever they stand (`absentAnywhere`). The API cannot filter for it.
   */
  readonly rows: 'all' | 'absent' | 'absentAnywhere';
};

/** Whether rows without a `finished` can be in the scope: any bound on it leaves them out (API facts). */
export function absentPossible(scope: Scope): boolean {
  return (
    scope.rows === 'all' &&
    !(Object.keys(BOUNDS) as Bound[]).some((b) => scope.bounds[`finished_${b}`] !== undefined)
  );
}
