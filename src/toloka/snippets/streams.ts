import { andList } from '../../words/lists.ts';
import { t } from '../../words/words.ts';
import { ENVIRONMENTS, isEnvironmentName } from '../environments.ts';
import type { ListQuery } from '../listSearch.ts';
import type { Question } from '../paging/answers.ts';
import { resolveBounds, scopesOf } from '../paging/loadPage.ts';
import { relativeBounds } from '../pinned.ts';
import { formatOrder, totalOrder } from '../sort.ts';
import { formatUtc } from '../time.ts';

/** Where a program asks an environment's API, and whether it needs a token for it. */
export type ApiAddress = {
  /** What stands before `/api/v1/operations`: `https://toloka.dev`. */
  readonly base: string;
  /** False where this app's own server answers: it needs none and passes none on. */
  readonly token: boolean;
};

/**
 * The API of an environment for programs: Toloka's own, or, for one that Toloka has no address of (the demo), this
 * app's server at `appOrigin`.
 */
export function apiAddress(environment: string, appOrigin: string): ApiAddress {
  const origin = isEnvironmentName(environment) ? ENVIRONMENTS[environment].origin : null;
  return origin === null
    ? { base: `${appOrigin}/${environment}`, token: false }
    : { base: origin, token: true };
}

/**
 * What the app asks for the first page of a view, one question a stream: the pager's own scopes, order and size.
 * Relative dates are resolved at `now` (epoch ms).
 */
export function firstQuestions(query: ListQuery, now: number): Question[] {
  const order = totalOrder(query.sort);
  return scopesOf(query, resolveBounds(query.bounds, now)).map((scope) => ({
    scope,
    ...order,
    limit: query.limit,
  }));
}

/** What a reader of the commands has to know, a sentence a line. */
export function notes(query: ListQuery, streams: number, now: number): string[] {
  const relative = relativeBounds(query).map((name) => `${name}=${query.bounds[name] ?? ''}`);
  return [
    ...(streams > 1
      ? [
          t(
            'The API takes one type and one status a request: these are {streams} lists of at most {limit}.',
            {
              streams,
              limit: query.limit,
            },
          ),
          t('The app merges them by {order} and shows the first {limit}.', {
            order: formatOrder(totalOrder(query.sort)),
            limit: query.limit,
          }),
        ]
      : []),
    ...(relative.length > 0
      ? [
          t('Dates are UTC; {dates} as it was at {time}.', {
            dates: andList(relative),
            time: formatUtc(now),
          }),
        ]
      : []),
    // Written as JSON, so that no line break in it can end the comment.
    ...(query.find === null
      ? []
      : [
          t('The app looks through the answers for {text}; the API cannot filter by it.', {
            text: JSON.stringify(query.find),
          }),
        ]),
  ];
}
