import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { sameReading, type Operation } from '../../toloka/operation.ts';
import type { PageReading } from '../../toloka/paging/page.ts';
import { mostBelieved, type Reading } from '../../toloka/reading.ts';
import { readAt } from './freshness.ts';
import { disbeliefKey, listKey } from './keys.ts';
import { judge, listedReadings, ownReading, type Disbelief } from './readings.ts';

/** The side of an operation's own page of what `readings.ts` says; no list needs it for its first row. */

/** The last answer about an operation that was not believed, null when there is none. It is never asked for. */
export function disbeliefQuery(environment: string, id: string) {
  return queryOptions<Disbelief | null>({
    queryKey: disbeliefKey(environment, id),
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
}

/** The last answer about an operation that was not believed, as it is known now. */
export function disbeliefOf(client: QueryClient, environment: string, id: string): Disbelief | null {
  return client.getQueryData<Disbelief>(disbeliefKey(environment, id)) ?? null;
}

/**
 * Weighs an operation's own answer against all that is known, and tells the lists. Returns what to believe. `at` (epoch
 * ms) of an answer is when it was asked for: what was heard meanwhile may be newer.
 */
export function takeInOperation(client: QueryClient, environment: string, answer: Reading): Operation {
  const { id } = answer.operation;
  const known = [ownReading(client, environment, id), listedReading(client, environment, id)];
  const operation = judge(client, environment, answer, known);
  for (const page of idlePages(client, environment)) {
    client.setQueryData<PageReading>(page.queryKey, (held) => held && withOperation(held, operation), {
      updatedAt: readAt(page),
    });
  }
  return operation;
}

/** The reading of an operation to believe that the list has brought, if any. */
export function listedReading(client: QueryClient, environment: string, id: string): Reading | null {
  return mostBelieved(listedReadings(client, environment).filter(({ operation }) => operation.id === id));
}

/** Pages that nobody looks at just now: the others ask for themselves, and what they show is theirs to change. */
function idlePages(client: QueryClient, environment: string) {
  const pages = client.getQueryCache().findAll({ queryKey: listKey(environment) });
  return pages.filter((page) => page.getObserversCount() === 0);
}

function withOperation(page: PageReading, operation: Operation): PageReading {
  const known = [...page.items, ...page.beyond].find((item) => item.id === operation.id);
  if (!known || sameReading(known, operation)) return page;
  const renewed = (items: readonly Operation[]) => items.map((item) => (item === known ? operation : item));
  return { ...page, items: renewed(page.items), beyond: renewed(page.beyond) };
}
