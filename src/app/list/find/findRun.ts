import { createFinder } from '../../../toloka/findText.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { WALK_START, type WalkPosition } from '../../../toloka/paging/walkAll.ts';
import { asFailure, type RequestFailure } from '../../api/failure.ts';
import type { walkList, WalkWait } from '../../api/listWalk.ts';

/** Operations that one leg looks through before it asks whether to go on. */
export const LEG = 2000;
/** Results that one list shows; a text found more often wants other filters, not a longer list. */
export const MOST_FOUND = 300;

/**
 * `searching`; at rest: `left` (the view was, and the search goes on with it), `stopped` by hand, at a `leg`'s end,
 * `full` of results, `failed`; or `ended`, which alone means that all has been searched.
 */
export type FindPhase = 'searching' | 'left' | 'stopped' | 'leg' | 'full' | 'failed' | 'ended';

export type FindState = {
  readonly phase: FindPhase;
  readonly found: readonly Operation[];
  readonly searched: number;
  /** How many were searched when the present leg began. */
  readonly legFrom: number;
  /** The operation that was searched last. */
  readonly last: Operation | null;
  /** When the last page was read (epoch ms). */
  readonly readAt: number | null;
  readonly failure: RequestFailure | null;
  readonly wait: WalkWait | null;
};

const NOTHING: FindState = {
  phase: 'left',
  found: [],
  searched: 0,
  legFrom: 0,
  last: null,
  readAt: null,
  failure: null,
  wait: null,
};

/** One search: walks a query's list leg by leg and keeps what holds the text. A store that React can read. */
export class FindRun {
  readonly #environment: string;
  readonly #query: ListQuery;
  readonly #walk: typeof walkList;
  readonly #listeners = new Set<() => void>();
  #state = NOTHING;
  #position: WalkPosition = WALK_START;
  /** When the search began: relative dates are resolved there, on every leg. */
  #now = 0;
  #stop: AbortController | null = null;

  constructor(environment: string, query: ListQuery, walk: typeof walkList) {
    this.#environment = environment;
    this.#query = query;
    this.#walk = walk;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): FindState => this.#state;

  /** Begins, or goes on where leaving the view interrupted it; what a person or a limit stopped stays so. */
  readonly enter = (): void => {
    if (this.#state.phase === 'left') void this.#search();
  };

  /** The view is left: nothing more is asked. */
  readonly leave = (): void => this.#halt('left');

  readonly stop = (): void => this.#halt('stopped');

  /** One leg more. */
  readonly goOn = (): void => {
    if (this.#state.phase === 'searching' || this.#state.phase === 'ended') return;
    this.#change({ legFrom: this.#state.searched });
    void this.#search();
  };

  /** All over from the start, as of now. */
  readonly again = (): void => {
    this.#stop?.abort();
    this.#position = WALK_START;
    this.#state = NOTHING;
    void this.#search();
  };

  #halt(phase: FindPhase): void {
    if (this.#state.phase !== 'searching') return;
    this.#stop?.abort();
    this.#change({ phase, wait: null });
  }

  async #search(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    if (this.#position === WALK_START) this.#now = Date.now();
    this.#change({ phase: 'searching', failure: null, wait: null });
    const holds = createFinder(this.#query.find ?? '');
    try {
      const steps = this.#walk(this.#environment, this.#query, {
        from: this.#position,
        now: this.#now,
        signal: stop.signal,
        onWait: (wait) => {
          if (!stop.signal.aborted) this.#change({ wait });
        },
      });
      for await (const { rows, position } of steps) {
        // What comes after the search was stopped or begun anew is nobody's.
        if (stop.signal.aborted) return;
        const found = [
          ...this.#state.found,
          ...rows.filter(({ text }) => holds(text)).map(({ operation }) => operation),
        ];
        const searched = this.#state.searched + rows.length;
        this.#change({
          found: found.length > this.#state.found.length ? found.slice(0, MOST_FOUND) : this.#state.found,
          searched,
          last: rows.at(-1)?.operation ?? this.#state.last,
          readAt: Date.now(),
        });
        const rest = restAfter(found.length, searched - this.#state.legFrom, position === null);
        if (position) this.#position = position;
        if (rest) return this.#change({ phase: rest });
      }
    } catch (error) {
      if (!stop.signal.aborted) this.#change({ phase: 'failed', failure: asFailure(error), wait: null });
    }
  }

  #change(change: Partial<FindState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Why a search comes to rest after a page, or null when it goes on. */
function restAfter(found: number, ofLeg: number, end: boolean): FindPhase | null {
  if (found > MOST_FOUND) return 'full';
  if (end) return 'ended';
  return ofLeg >= LEG ? 'leg' : null;
}
