import { itemTexts } from '../../toloka/answerText.ts';
import { stringifyJson } from '../../toloka/stringifyJson.ts';
import type { ListQuery } from '../../toloka/listSearch.ts';
import { decodeOperationList, type Operation } from '../../toloka/operation.ts';
import { walkAll, type WalkPosition } from '../../toloka/paging/walkAll.ts';
import type { RequestFailure } from './failure.ts';
import { asFailure } from './failure.ts';
import { traitsOf } from './queries.ts';
import { requestAnswer } from './request.ts';
import { walkRetryIn } from './walkRetries.ts';

/** An operation with the text that it came as: numbers in it are not rounded. */
export type WalkedOperation = { readonly operation: Operation; readonly text: string };

/** One page of a walk; `position` is null when all has been walked. */
export type ListWalkStep = {
  readonly rows: readonly WalkedOperation[];
  readonly position: WalkPosition | null;
};

/** A walk that waits: after a failure it asks again at `at` (epoch ms). */
export type WalkWait = { readonly failure: RequestFailure; readonly at: number };

/** Walks a query's list and keeps each operation's own text (see `walkAll` for pace, order and how it ends). */
export async function* walkList(
  environment: string,
  query: ListQuery,
  options: {
    readonly from: WalkPosition;
    readonly now: number;
    readonly signal: AbortSignal;
    /** Hears when the walk begins to wait for another try, and with null when an answer came after all. */
    readonly onWait: (wait: WalkWait | null) => void;
  },
): AsyncGenerator<ListWalkStep, void, void> {
  const { signal, onWait } = options;
  const texts = new WeakMap<Operation, string>();
  let waiting = false;
  const ask = async (search: string) => {
    const answer = await requestAnswer(environment, { kind: 'list' }, { search, signal });
    const list = decodeOperationList(answer.value);
    const parts = itemTexts(answer.text);
    for (const [index, item] of list.items.entries())
      texts.set(item, parts[index] ?? stringifyJson(item.raw));
    if (waiting) onWait(null);
    waiting = false;
    return list;
  };
  const retryIn = (error: unknown, failures: number) => {
    const wait = walkRetryIn(error, failures);
    waiting = wait !== null;
    onWait(wait === null ? null : { failure: asFailure(error), at: Date.now() + wait });
    return wait;
  };
  const steps = walkAll({
    query,
    from: options.from,
    now: options.now,
    traits: traitsOf(environment),
    ask,
    signal,
    pacer: { now: () => performance.now(), pause: (ms) => pauseUnlessAborted(ms, signal) },
    retryIn,
  });
  for await (const { items, position } of steps) {
    yield { rows: items.map((operation) => ({ operation, text: textOf(operation) })), position };
  }

  function textOf(operation: Operation): string {
    return texts.get(operation) ?? stringifyJson(operation.raw);
  }
}

function pauseUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
