import type { ListQuery } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { isTerminal, statusLabel } from '../../../toloka/vocabulary.ts';
import { andList } from '../../../words/lists.ts';
import { plural, t, type CountedText } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { newsCount, type News, type Screen } from './screen.ts';

/** Whether what is submitted while one looks comes first in the list. */
export function newestFirst({ sort }: ListQuery): boolean {
  return sort[0]?.field === 'submitted' && sort[0].direction === 'desc';
}

/**
 * What is new and not on screen: `3 newer`, `2 more here`, `3 newer and 2 more here`; `inFull` says of what: `3 newer
 * operations`. Only where the newest come first are the ones above newer. Empty when there is nothing.
 */
export function newsWords({ ahead, atLeast, among }: News, query: ListQuery, inFull = false): string {
  const form = inFull ? 'full' : 'short';
  const n = `${formatCount(ahead)}${atLeast ? '+' : ''}`;
  const parts = [
    ...(ahead > 0 ? [plural(ahead, ...TEXTS[newestFirst(query) ? 'newer' : 'above'][form], { n })] : []),
    ...(among > 0 ? [plural(among, ...TEXTS.here[form])] : []),
  ];
  return andList(parts);
}

type Counted = readonly [one: string, many: CountedText];

const TEXTS: Readonly<Record<'newer' | 'above' | 'here', Record<'short' | 'full', Counted>>> = {
  newer: {
    short: ['{n} newer', '{n} newer'],
    full: ['{n} newer operation', '{n} newer operations'],
  },
  above: {
    short: ['{n} more above', '{n} more above'],
    full: ['{n} more operation above', '{n} more operations above'],
  },
  here: {
    short: ['{n} more here', '{n} more here'],
    full: ['{n} more operation here', '{n} more operations here'],
  },
};

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
    added > 0 ? plural(added, '{n} operation added', '{n} operations added') : '',
    more ? newsWords(now.news, query, true) : '',
    ended.length > 0
      ? plural(ended.length, '{n} operation finished: {statuses}', '{n} operations finished: {statuses}', {
          statuses: statusesOf(ended),
        })
      : '',
    others.length > 0
      ? plural(others.length, '{n} operation changed: {statuses}', '{n} operations changed: {statuses}', {
          statuses: statusesOf(others),
        })
      : '',
    gone.length > 0 ? plural(gone.length, '{n} operation left the list', '{n} operations left the list') : '',
  ]
    .filter((part) => part !== '')
    .join('. ');
}

/** `Failed`, `3 Failed`, `2 Succeeded, 1 Failed`. */
function statusesOf(list: readonly Operation[]): string {
  const counts = new Map<string, number>();
  for (const { status } of list) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) =>
    t('{n} {status}', { n: formatCount(count), status: statusLabel(status) }),
  );
  return list.length === 1 && list[0] ? statusLabel(list[0].status) : parts.join(', ');
}
