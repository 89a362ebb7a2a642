import { queryOptions, type Query, type QueryClient } from '@tanstack/react-query';
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

/** Pages that are looked at, and what operations' own pages have brought meanwhile, by ID. */
const awaited = new WeakMap<object, Map<string, Reading>>();

/**
 * Weighs an operation's own answer against all that is known, and tells the lists. Returns what to believe. `at` (epoch
 * ms) of an answer is when it was asked for: what was heard meanwhile may be newer. A page of a list that somebody looks at
 * asks for itself, and what it shows is its own to change: it is told when it is left.
 */
export function takeInOperation(client: QueryClient, environment: string, answer: Reading): Operation {
  const { id } = answer.operation;
  const known = [ownReading(client, environment, id), listedReading(client, environment, id)];
  const operation = judge(client, environment, answer, known);
  for (const page of client.getQueryCache().findAll({ queryKey: listKey(environment) })) {
    if (page.getObserversCount() === 0) tell(client, page, (item) => (item.id === id ? operation : item));
    else tellWhenLeft(client, page, { operation, at: answer.at });
  }
  return operation;
}

/** The reading of an operation to believe that the list has brought, if any. */
export function listedReading(client: QueryClient, environment: string, id: string): Reading | null {
  return mostBelieved(listedReadings(client, environment).filter(({ operation }) => operation.id === id));
}

function tellWhenLeft(client: QueryClient, page: Query, reading: Reading): void {
  const { id } = reading.operation;
  const known = awaited.get(page);
  if (known) return void known.set(id, reading);
  const news = new Map([[id, reading]]);
  awaited.set(page, news);
  const stop = client.getQueryCache().subscribe(({ query, type }) => {
    if (query !== page || (type !== 'removed' && page.getObserversCount() > 0)) return;
    stop();
    awaited.delete(page);
    if (type === 'removed') return;
    const at = readAt(page);
    tell(client, page, (item) => {
      const own = news.get(item.id);
      return (own && mostBelieved([own, { operation: item, at }])?.operation) ?? item;
    });
  });
}

/**
 * Puts what has become of operations into a page of a list. That is no answer of its own: the page stays as old as it is, and
 * a failure that it has met stands.
 */
function tell(client: QueryClient, page: Query, renewed: (item: Operation) => Operation): void {
  const held = client.getQueryData<PageReading>(page.queryKey);
  const next = held && withRenewed(held, renewed);
  if (next !== held) page.setState({ data: next });
}

function withRenewed(page: PageReading, renewed: (item: Operation) => Operation): PageReading {
  const known = [...page.items, ...page.beyond];
  const now = known.map((item) => {
    const next = renewed(item);
    return sameReading(item, next) ? item : next;
  });
  if (now.every((item, at) => item === known[at])) return page;
  const { length } = page.items;
  return { ...page, items: now.slice(0, length), beyond: now.slice(length) };
}
