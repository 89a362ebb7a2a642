import type { QueryClient } from '@tanstack/react-query';
import { sameReading, type Operation } from '../../toloka/operation.ts';
import type { PageReading } from '../../toloka/paging/page.ts';
import { believed, mostBelieved, takesEndBack, type Reading } from '../../toloka/reading.ts';
import { readAt } from './freshness.ts';
import { disbeliefKey, listKey, operationKey } from './keys.ts';

/**
 * The app hears of an operation from two sides: pages of the list, and the operation's own page. What one side learns
 * the other one shows too, the newer reading wins, and an end that has been told is not taken back.
 */

/** An answer that was not believed, because it takes an operation's end back. */
export type Disbelief = {
  readonly answer: Operation;
  /** When it came, epoch ms. */
  readonly at: number;
  /** When the reading came that is believed instead, epoch ms. */
  readonly keptAt: number;
};

/**
 * Weighs a page of the list against all that is known: its operations as they are to be believed. Tells the operations'
 * own pages. `at` (epoch ms) of an answer is when it was asked for: what was heard meanwhile may be newer.
 */
export function takeInPage(
  client: QueryClient,
  environment: string,
  answer: { readonly page: PageReading; readonly at: number },
): PageReading {
  const { page, at } = answer;
  const listed = new Map<string, Reading[]>();
  for (const reading of listedReadings(client, environment)) {
    listed.set(reading.operation.id, [...(listed.get(reading.operation.id) ?? []), reading]);
  }
  const weigh = (operation: Operation): Operation => {
    const { id } = operation;
    const own = ownReading(client, environment, id);
    const kept = judge(client, environment, { operation, at }, [own, ...(listed.get(id) ?? [])]);
    if (own && !sameReading(own.operation, kept))
      client.setQueryData(operationKey(environment, id), kept, { updatedAt: Math.max(own.at, at) });
    return kept;
  };
  return { ...page, items: page.items.map(weigh), beyond: page.beyond.map(weigh) };
}

/** The reading of an operation that its own page brought, if it was open. */
export function shownOperation(client: QueryClient, environment: string, id: string): Operation | null {
  return client.getQueryData<Operation>(operationKey(environment, id)) ?? null;
}

/** Weighs an answer against what is known of its operation, and remembers one that is not believed. */
export function judge(
  client: QueryClient,
  environment: string,
  answer: Reading,
  readings: readonly (Reading | null)[],
): Operation {
  const known = mostBelieved(readings.filter((reading) => reading !== null));
  const key = disbeliefKey(environment, answer.operation.id);
  if (known && takesEndBack(known.operation, answer.operation)) {
    // Each answer counts as an update of the query, also one that is not believed: the first one knew better.
    const keptAt = client.getQueryData<Disbelief>(key)?.keptAt ?? known.at;
    const disbelief: Disbelief = { answer: answer.operation, at: Date.now(), keptAt };
    client.setQueryData(key, disbelief);
  } else if (client.getQueryData(key)) client.setQueryData(key, null);
  return (known ? believed(known, answer) : answer).operation;
}

/** The reading of an operation that its own page brought, if any. */
export function ownReading(client: QueryClient, environment: string, id: string): Reading | null {
  const query = client.getQueryCache().find<Operation>({ queryKey: operationKey(environment, id) });
  return query?.state.data ? { operation: query.state.data, at: readAt(query) } : null;
}

/** All readings of operations that pages of the list brought, those pushed off a page included. */
export function listedReadings(client: QueryClient, environment: string): Reading[] {
  const pages = client.getQueryCache().findAll({ queryKey: listKey(environment) });
  return pages.flatMap((query) => {
    const page = query.state.data as PageReading | undefined;
    const at = readAt(query);
    return page ? [...page.items, ...page.beyond].map((operation) => ({ operation, at })) : [];
  });
}
