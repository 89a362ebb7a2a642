/** A request that the emulator received. Only names of headers: a token's value is never kept. */
export type RecordedRequest = {
  /** By the emulator's clock, epoch ms. */
  readonly at: number;
  readonly method: string;
  /** Path and query, as received. */
  readonly path: string;
  readonly headers: readonly string[];
  /** What was answered; null while it waits, and for ever when the client left before. */
  status: number | null;
};

/** How many requests are remembered. */
const KEPT = 2000;

/** Remembers the latest requests, for tests that ask what was asked. */
export function createRequestLog(now: () => number) {
  let requests: RecordedRequest[] = [];
  return {
    /** Takes a request in; the returned function takes the status of its answer. */
    add: (request: Request): ((status: number) => void) => {
      const { pathname, search } = new URL(request.url);
      const headers = [...request.headers.keys()];
      const entry: RecordedRequest = {
        at: now(),
        method: request.method,
        path: pathname + search,
        headers,
        status: null,
      };
      requests.push(entry);
      if (requests.length > 2 * KEPT) requests = requests.slice(-KEPT);
      return (status) => {
        entry.status = status;
      };
    },
    list: (): readonly RecordedRequest[] => requests.slice(-KEPT),
    clear: () => {
      requests = [];
    },
  };
}
