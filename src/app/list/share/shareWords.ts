import { BOUND_PARAMETERS, type RangeField } from '../../../toloka/filters.ts';
import type { ListQuery, ListSearch } from '../../../toloka/listSearch.ts';
import { pinned, relativeBounds } from '../../../toloka/pinned.ts';
import { plural, t, type Text } from '../../../words/words.ts';
import { attributeLabel, attributeWords } from '../filters/attributes.ts';

export type ShareWords = {
  /** What a live link keeps. */
  readonly live: string;
  /** What a pinned link keeps; null where nothing in the view moves, so that both links would be the same. */
  readonly pinned: string | null;
  /** What the copied commands are. */
  readonly commands: string;
};

const ONE_REQUEST = 'The request that this app makes for the first page.' satisfies Text;

/** What each way to share a search means, at the instant `now` (epoch ms). */
export function shareWords({ query, ...rest }: ListSearch, now: number): ShareWords {
  const fields = [
    ...new Set(relativeBounds(query).flatMap((name) => BOUND_PARAMETERS.get(name)?.field ?? [])),
  ];
  const tell = (told: ListQuery) => fields.map((field) => rangeWords(field, told, now));
  const streams = Math.max(1, query.types.length) * Math.max(1, query.statuses.length);
  const still = pinned({ query, ...rest }, now).query;
  return {
    live:
      fields.length > 0
        ? t('Stays {ranges}, counted from whenever it is opened.', {
            ranges: tell(query)
              .map((text) => t('“{text}”', { text }))
              .join(', '),
          })
        : t('No date in this view is relative to now, so one link is all there is.'),
    pinned:
      fields.length > 0
        ? t('Keeps what that means now: {ranges}.', {
            ranges: tell(still)
              .map((words) => `${words} UTC`)
              .join(', '),
          })
        : null,
    commands:
      streams === 1
        ? t(ONE_REQUEST)
        : plural(streams, ONE_REQUEST, 'The {n} requests that this app makes for the first page.'),
  };
}

function rangeWords(field: RangeField, query: ListQuery, now: number): string {
  return `${attributeLabel(field)} ${attributeWords(field, query, 'utc', now)}`;
}
