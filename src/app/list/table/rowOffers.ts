import { RANGE_FIELD_NAMES, RANGE_FIELDS, type RangeField } from '../../../toloka/filters.ts';
import { changeQuery, formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { formatUtc, parseUtc } from '../../../toloka/time.ts';
import { plural, t } from '../../../words/words.ts';
import { formatDay, formatInstant, type Zone } from '../../ui/format.ts';
import { attributeLabel, sameList, withoutAttribute } from '../filters/attributes.ts';
import { boundParametersOf, inclusiveParameter, omitBounds, type Side } from '../filters/boundNames.ts';
import { CHOICE_NAMES, CHOICES, chooseCodes, type ChoiceName } from '../filters/choices.ts';
import { CHOICE_TEXTS } from '../filters/choiceTexts.ts';
import { offsetOf } from '../../ui/zoneOffset.ts';
import { stretchAround, type Stretch } from './stretches.ts';

/** One list that a row leads to: the present one with one filter more, or with that filter taken away again. */
export type Offer = { readonly words: string; readonly details: string; readonly to: ListSearch };
/** The offers about one attribute of a row. */
export type OfferGroup = { readonly label: string; readonly offers: readonly Offer[] };

const HOUR_MS = 3_600_000;
const USUAL_MS = { hour: HOUR_MS, day: 24 * HOUR_MS } as const;

/** How an operation says what a choice filters for. */
const CODE_OF: Readonly<Record<ChoiceName, (operation: Operation) => string>> = {
  statuses: ({ status }) => status,
  types: ({ type }) => type,
};

/**
 * The lists that an operation's own values lead to, each added to what the search filters for already. Hours and days
 * are those of the zone's clocks; in the URL they are absolute and UTC. `today` (epoch ms) decides how much of a date
 * is named. An attribute about which the operation says nothing has no group.
 */
export function rowOffers(
  operation: Operation,
  search: ListSearch,
  zone: Zone,
  today: number,
): readonly OfferGroup[] {
  const groups = [
    ...CHOICE_NAMES.map((name) => choiceOffers(name, CODE_OF[name](operation), search)),
    ...RANGE_FIELD_NAMES.map((field) =>
      RANGE_FIELDS[field].kind === 'time'
        ? timeOffers(field, operation[field], search, zone, today)
        : { label: attributeLabel(field), offers: [] },
    ),
  ];
  return groups
    .map(({ label, offers }) => ({ label, offers: offers.filter(({ to }) => isReadable(to)) }))
    .filter(({ offers }) => offers.length > 0);
}

function choiceOffers(name: ChoiceName, code: string, search: ListSearch): OfferGroup {
  const { inWords } = CHOICES[name];
  const label = attributeLabel(name);
  if (code === '') return { label, offers: [] };
  const only = chooseCodes(search, name, [code]);
  const offer = sameList(only, search)
    ? { words: t(CHOICE_TEXTS[name].any), details: '', to: withoutAttribute(name, search) }
    : { words: t('Only {value}', { value: inWords(code) }), details: '', to: only };
  return { label, offers: [offer] };
}

function timeOffers(
  field: RangeField,
  time: string | null,
  search: ListSearch,
  zone: Zone,
  today: number,
): OfferGroup {
  const label = attributeLabel(field);
  const at = time === null ? null : parseUtc(time);
  if (time === null || at === null) return { label, offers: [] };
  const within = (unit: 'hour' | 'day') => {
    const stretch = stretchAround(at, unit, offsetOf(zone));
    if (!stretch) return [];
    const words = unit === 'hour' ? t('That hour') : t('That day');
    return [{ words, details: stretchWords(stretch, unit, zone, today), to: during(field, stretch, search) }];
  };
  const offers: Offer[] = [
    ...within('hour'),
    ...within('day'),
    { words: t('From here on'), details: '', to: oneSided(field, 'lower', time, search) },
    { words: t('Up to here'), details: '', to: oneSided(field, 'upper', time, search) },
  ];
  const again = { words: t('Any time again'), details: '', to: withoutAttribute(field, search) };
  return { label, offers: offers.map((offer) => (sameList(offer.to, search) ? again : offer)) };
}

function during(field: RangeField, { from, before }: Stretch, search: ListSearch): ListSearch {
  const names = boundParametersOf(field);
  const bounds = {
    ...omitBounds(search.query.bounds, names),
    [`${field}_gte`]: seconds(from),
    [`${field}_lt`]: seconds(before),
  };
  return changeQuery(search, { bounds }, names);
}

/** Bounds one side by the row's own time, to the last digit, the row itself included. */
function oneSided(field: RangeField, side: Side, time: string, search: ListSearch): ListSearch {
  const names = boundParametersOf(field, side);
  const bounds = { ...omitBounds(search.query.bounds, names), [inclusiveParameter(field, side)]: time };
  return changeQuery(search, { bounds }, names);
}

function seconds(ms: number): string {
  return formatUtc(ms).slice(0, 19);
}

/** `14:00–15:00`, `20 Nov`, and how long it lasts where that is not as usual: `29 Mar, 23 hours`. */
function stretchWords({ from, before }: Stretch, unit: 'hour' | 'day', zone: Zone, today: number): string {
  const clock = (ms: number, now: number) => formatInstant(ms, zone, now).replace(/:\d\d$/, '');
  const words =
    unit === 'hour' ? `${clock(from, today)}–${clock(before, before)}` : formatDay(from, zone, today);
  const lasts = before - from;
  return lasts === USUAL_MS[unit] ? words : `${words}, ${plural(lasts / HOUR_MS, '{n} hour', '{n} hours')}`;
}

/** A code that the API sends may be one that an address would be refused for; then it is not offered. */
function isReadable(search: ListSearch): boolean {
  return parseListSearch(formatListSearch(search)).faults.length === 0;
}
