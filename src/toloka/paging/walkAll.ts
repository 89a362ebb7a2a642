import { MAX_LIMIT } from '../filters.ts';
import type { ListQuery } from '../listSearch.ts';
import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import { isTerminal } from '../vocabulary.ts';
import type { Ask } from './answers.ts';
import { loadPage } from './loadPage.ts';
import type { ServerTraits } from './serverTraits.ts';

/** Rows a page: as many as one request brings beside `loadPage`'s few more against ties. */
const WALK_LIMIT = MAX_LIMIT - 5;

/** Least time from one request to the next, in ms. The API allows 300 a second; a walk is in nobody's way. */
const GAP_MS = 250;

/** Where a walk stands, so that it can go on later. */
export type WalkPosition = {
  /** The row that was given last; null at the start. */
  readonly after: Boundary | null;
  /** Operations that were given while they could still change: one that moves on may be met a second time. */
  readonly unfinished: ReadonlySet<string>;
};

export const WALK_START: WalkPosition = { after: null, unfinished: new Set() };

/** One page of a walk. */
export type WalkStep = {
  readonly items: readonly Operation[];
  /** Where to go on; null when all has been walked. Nothing else says that a walk is complete. */
  readonly position: WalkPosition | null;
};

/** The clock that paces a walk. */
export type Pacer = {
  /** Ms of any clock that only goes forward. */
  readonly now: () => number;
  /** Waits so many ms; ends early, however it likes, when the walk's signal is aborted. */
  readonly pause: (ms: number) => Promise<void>;
};

export type WalkRequest = {
  readonly query: ListQuery;
  readonly from: WalkPosition;
  /** Epoch ms that relative dates are resolved at, the same for a walk that goes on: bounds must not slide under it. */
  readonly now: number;
  readonly traits: ServerTraits;
  readonly ask: Ask;
  readonly signal: AbortSignal;
  readonly pacer: Pacer;
  /** Rows a page, 1 to 300. Default: what makes one request of nearly every page. */
  readonly pageSize?: number;
  /**
   * How long to wait before a failed request is made again, in ms; null to give up. `failures` counts those of this
   * request, this one included.
   */
  readonly retryIn: (error: unknown, failures: number) => number | null;
};

/**
 * Walks every page of a query from a position on, in the list's order: each operation that is there throughout comes
 * once. Requests go out one at a time, four a second at most. Ends when all is walked or the signal is aborted; throws
 * what a request failed with once `retryIn` gives up. Either way the last step's position is where to go on.
 */
export async function* walkAll(request: WalkRequest): AsyncGenerator<WalkStep, void, void> {
  const { now, traits, signal } = request;
  const query = { ...request.query, limit: request.pageSize ?? WALK_LIMIT };
  const ask = onePerGap(request);
  let { after, unfinished } = request.from;
  for (;;) {
    try {
      const place = after && ({ side: 'after', boundary: after } as const);
      // A stream that fails ends the walk: its rows must not be left out in silence.
      const page = await loadPage({ query, place, now, traits, ask, concernsAll: () => true });
      if (signal.aborted) return;
      const known = unfinished;
      const items = page.items.filter((item) => !known.has(item.id));
      const open = items.filter((item) => !isTerminal(item.status)).map((item) => item.id);
      if (open.length > 0) unfinished = new Set([...known, ...open]);
      after = page.next;
      yield { items, position: after && { after, unfinished } };
      if (!after) return;
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
  }
}

/** Asks one at a time, the gap kept, and again after failures that are worth it. */
function onePerGap({ ask, signal, pacer, retryIn }: WalkRequest): Ask {
  let queue: Promise<unknown> = Promise.resolve();
  let last: number | null = null;
  const inTurn = async (search: string) => {
    for (let failures = 1; ; failures++) {
      if (last !== null) await pauseFor(GAP_MS - (pacer.now() - last));
      signal.throwIfAborted();
      last = pacer.now();
      try {
        return await ask(search);
      } catch (error) {
        signal.throwIfAborted();
        const wait = retryIn(error, failures);
        if (wait === null) throw error;
        await pauseFor(wait);
      }
    }
  };
  const pauseFor = async (ms: number) => {
    if (ms > 0) await pacer.pause(ms);
  };
  return (search) => {
    const answer = queue.then(() => inTurn(search));
    queue = answer.catch(() => {
      // Whoever asked hears of it; the next one gets its turn.
    });
    return answer;
  };
}
