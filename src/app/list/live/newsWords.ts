import type { ListQuery } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { isTerminal, statusLabel } from '../../../toloka/vocabulary.ts';
import { newsCount, type News, type Screen } from './screen.ts';

/** Whether what is submitted while one looks comes first in the list. */
export function newestFirst({ sort }: ListQuery): boolean {
  return sort[0]?.field === 'submitted' && sort[0].direction === 'desc';
}

/**
 * What is new and not on screen: `3 newer`, `2 more here`, `3 newer and 2 more here`; with a noun `3 newer operations`.
 * Only where the newest come first are the ones above newer. Empty when there is nothing.
 */
export function newsWords({ ahead, atLeast, among }: News, query: ListQuery, noun = ''): string {
  const things = (count: number, words: string) =>
    noun === '' ? words : `${words} ${noun}${count === 1 ? '' : 's'}`;
  const count = `${ahead}${atLeast ? '+' : ''}`;
  const above = newestFirst(query)
    ? things(ahead, `${count} newer`)
    : `${things(ahead, `${count} more`)} above`;
  const here = `${things(among, `${among} more`)} here`;
  return [...(ahead > 0 ? [above] : []), ...(among > 0 ? [here] : [])].join(' and ');
}

/**
 * What has happened between two looks at the same page, for those who cannot see it: `3 newer operations. 1 operation
 * finished: Failed`. Empty when nothing worth saying has.
 */
export function newsSentence(before: Screen, now: Screen, query: ListQuery): string {
  const known = new Map(before.rows.map((row) => [row.operation.id, row]));
  const gone = now.rows.filter(
    (row) =>
      row.departure === 'unmatched' && (known.get(row.operation.id) ?? row).departure !== row.departure,
  );
  const changed = now.rows.flatMap((row) => {
    const status = known.get(row.operation.id)?.operation.status;
    return status === undefined || status === row.operation.status || gone.includes(row)
      ? []
      : [row.operation];
  });
  const ended = changed.filter(({ status }) => isTerminal(status));
  const others = changed.filter(({ status }) => !isTerminal(status));
  const added = now.rows.filter((row) => !known.has(row.operation.id)).length;
  const more = newsCount(now.news) > newsCount(before.news);
  return [
    added > 0 ? `${operations(added)} added` : '',
    more ? newsWords(now.news, query, 'operation') : '',
    ended.length > 0 ? `${operations(ended.length)} finished: ${statusesOf(ended)}` : '',
    others.length > 0 ? `${operations(others.length)} changed: ${statusesOf(others)}` : '',
    gone.length > 0 ? `${operations(gone.length)} left the list` : '',
  ]
    .filter((part) => part !== '')
    .join('. ');
}

function operations(count: number): string {
  return `${count} operation${count === 1 ? '' : 's'}`;
}

/** `Failed`, `3 Failed`, `2 Succeeded, 1 Failed`. */
function statusesOf(list: readonly Operation[]): string {
  const counts = new Map<string, number>();
  for (const { status } of list) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) => `${count} ${statusLabel(status)}`);
  return list.length === 1 && list[0] ? statusLabel(list[0].status) : parts.join(', ');
}
