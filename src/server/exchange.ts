import type { Limits } from './limits.ts';
import { Problem } from './problem.ts';

/** The client went away before its answer was complete: nobody is left to tell. */
export class ClientLeft extends Error {
  override readonly name = 'ClientLeft';
}

/** The life of one question to the upstream: one signal that ends it, whatever the reason. */
export type Exchange = {
  /** Aborts with a `Problem` (a deadline), with `ClientLeft`, or at `end`. */
  readonly signal: AbortSignal;
  /** The upstream's headers are there. `streaming` swaps the answer's deadline for the log's more generous ones. */
  readonly headersArrived: (streaming: boolean) => void;
  /** Bytes moved: puts off the idle deadline of a streamed answer. */
  readonly progress: () => void;
  /** Ends it with `ClientLeft`. */
  readonly leave: () => void;
  /** Stops the timers and whatever of the upstream's answer is still under way. */
  readonly end: () => void;
};

/** Opens an exchange; its deadlines start at once. */
export function openExchange(limits: Limits): Exchange {
  const controller = new AbortController();
  const timeout = (what: string) => () =>
    controller.abort(new Problem('UPSTREAM_TIMEOUT', `The API ${what} in time. Try again in a moment.`));
  const headers = setTimeout(timeout('did not answer'), limits.headersMs);
  let total = setTimeout(timeout('did not finish its answer'), limits.totalMs);
  let idle: NodeJS.Timeout | undefined;

  return {
    signal: controller.signal,
    headersArrived(streaming) {
      clearTimeout(headers);
      if (!streaming) return;
      clearTimeout(total);
      total = setTimeout(timeout('did not finish its answer'), limits.logTotalMs);
      idle = setTimeout(timeout('stopped in the middle of its answer'), limits.logIdleMs);
    },
    progress: () => idle?.refresh(),
    leave: () => controller.abort(new ClientLeft()),
    end() {
      for (const timer of [headers, total, idle]) clearTimeout(timer);
      controller.abort();
    },
  };
}
