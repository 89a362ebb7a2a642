import { operationInterval } from '../../src/app/api/operationPolling.ts';
import type { Polled } from '../../src/app/api/polling.ts';
import { logBetween, createRandom } from '../../src/emulator/random.ts';
import { stateAt, type OperationState, type ScheduledOperation } from '../../src/emulator/schedule.ts';

/** What one poll brought, and when (epoch ms). */
export type Poll = { readonly at: number; readonly state: OperationState };

/** Seconds from asking to the answer. */
const LATENCY = [0.03, 0.6] as const;

/** Polls an operation from `openedAt` (epoch ms) to its end, by the app's own rule, on a clock of its own. */
export function watch(operation: ScheduledOperation, openedAt: number): Poll[] {
  const random = createRandom(operation.seed);
  const polls: Poll[] = [];
  const query = { queryHash: operation.id, state: { ...UNASKED } };
  let at = openedAt;
  for (;;) {
    const state = stateAt(operation, at * 1000);
    at += logBetween(random, ...LATENCY) * 1000;
    polls.push({ at, state });
    const terminal = state.finished !== null;
    query.state.data = same(query.state.data, state) ? query.state.data : state;
    query.state.dataUpdateCount += 1;
    const wait = operationInterval(query, terminal);
    if (wait === false) return polls;
    at += wait;
  }
}

const UNASKED = {
  data: undefined as OperationState | undefined,
  error: null,
  status: 'success' as const,
  dataUpdateCount: 0,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  dataUpdatedAt: 0,
} satisfies Polled['state'];

function same(a: OperationState | undefined, b: OperationState): boolean {
  return a !== undefined && a.status === b.status && a.progress === b.progress;
}
