import type { RequestFailure } from './failure.ts';

/** A request about an operation that failed, as Toloka's support knows it. */
export type FailedRequest = {
  readonly requestId: string;
  readonly code: string;
  /** When its answer came, epoch ms. */
  readonly at: number;
};

/** How many are remembered for an operation, and for how many operations. */
const MOST = 3;
const MOST_OPERATIONS = 100;

const remembered = new Map<string, readonly FailedRequest[]>();

/** Remembers the `request_id` of a failure to read an operation or its log, for as long as the tab lives. */
export function rememberFailedRequest(environment: string, id: string, failure: RequestFailure): void {
  const { requestId, code } = failure;
  if (requestId === null) return;
  const key = keyOf(environment, id);
  const before = failedRequests(environment, id);
  // Set anew, so that the map is in the order of last use and its first entry may go.
  remembered.delete(key);
  remembered.set(key, [{ requestId, code, at: Date.now() }, ...before].slice(0, MOST));
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_OPERATIONS && oldest !== undefined) remembered.delete(oldest);
}

/** The last failed requests about an operation, newest first. */
export function failedRequests(environment: string, id: string): readonly FailedRequest[] {
  return remembered.get(keyOf(environment, id)) ?? [];
}

function keyOf(environment: string, id: string): string {
  return `${environment}/${id}`;
}
