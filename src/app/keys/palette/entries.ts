import { curlOf } from '../../../toloka/snippets/curl.ts';
import { operationCurl } from '../../../toloka/snippets/operation.ts';
import { apiAddress } from '../../../toloka/snippets/streams.ts';
import { typeLabel } from '../../../toloka/vocabulary.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../../../words/languages.ts';
import { t, type Text } from '../../../words/words.ts';
import { ACTIONS, type Action } from '../../actions.ts';
import { environmentLabel } from '../../environments.ts';
import { listHref, operationHref } from '../../links.ts';
import { THEMES, type Theme } from '../../settings.ts';
import { shortId, type Zone } from '../../ui/format.ts';
import { readyMadeViews } from '../../views/readyMade.ts';
import { viewHref } from '../../views/view.ts';
import { capOf } from '../shortcuts.ts';
import type { Entry } from './entry.ts';
import { filterEntries } from './filterEntries.ts';
import type { Situation } from './situation.ts';

/** What a page's actions are called, in the order in which they are offered. */
export const ACTION_WORDS = {
  refresh: 'Refresh',
  pause: 'Pause updates',
  resume: 'Resume updates',
  watch: 'Watch',
  unwatch: 'Stop watching',
  copyLink: 'Copy link',
  copyId: 'Copy ID',
  copyAs: 'Copy for support, as curl or toloka-kit…',
  compareWith: 'Compare with…',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  previousOperation: 'Previous operation',
  nextOperation: 'Next operation',
  find: 'Find…',
  export: 'Export…',
  share: 'Share…',
  columns: 'Columns…',
  list: 'Go to the list',
} as const satisfies Record<Action, Text>;

const THEME_WORDS = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
} as const satisfies Record<Theme, Text>;

const ZONE_WORDS = {
  local: 'Times in my time zone',
  utc: 'Times in UTC',
} as const satisfies Record<Zone, Text>;

/** All that the palette offers, whatever is typed, in its order. */
export function entriesOf(situation: Situation): Entry[] {
  return [
    ...actionEntries(situation),
    ...viewEntries(situation),
    ...watchedEntries(situation),
    ...filterEntries(situation),
    ...pageEntries(situation),
    ...tasteEntries(situation),
  ];
}

function actionEntries({
  actions,
  settings,
  environment,
  operation,
  onList,
  search,
  origin,
}: Situation): Entry[] {
  const names = Object.keys(ACTION_WORDS) as Action[];
  const group = 'here' as const;
  const offered = names
    .filter((action) => actions.has(action) && action !== 'list')
    .map((action): Entry => {
      const key = settings.keys ? ACTIONS[action] : null;
      const note = key?.split(' ').map(capOf).join(' ');
      const label = t(ACTION_WORDS[action]);
      return { id: action, group, label, act: { kind: 'press', action }, ...(note && { note }) };
    });
  const address = apiAddress(environment, origin);
  const curl =
    operation && actions.has('copyAs')
      ? () => operationCurl(operation.id, address)
      : onList && search.faults.length === 0
        ? () => curlOf(search.query, address, Date.now())
        : null;
  if (!curl) return offered;
  const copy: Entry = { id: 'curl', group, label: t('Copy as curl'), act: { kind: 'copy', text: curl } };
  // Beside the other ways to copy, or else at the end.
  const beside = offered.findIndex(({ id }) => id === 'copyAs');
  return beside < 0 ? [...offered, copy] : offered.toSpliced(beside, 0, copy);
}

function viewEntries({ environment, settings, midnight, views }: Situation): Entry[] {
  const entry = (kind: string, name: string, href: string, note?: string): Entry => ({
    id: `view:${kind}:${name}`,
    group: 'views',
    label: name,
    act: { kind: 'go', href },
    ...(note !== undefined && { note }),
  });
  return [
    ...readyMadeViews(environment, settings.zone, midnight).map((view, index) => ({
      ...entry('ready', view.name, viewHref(view)),
      id: `view:ready:${index}`,
    })),
    ...views.map((view) =>
      entry(
        'own',
        view.name,
        viewHref(view),
        view.environment === environment ? undefined : environmentLabel(view.environment),
      ),
    ),
  ];
}

function watchedEntries({ watched, environment }: Situation): Entry[] {
  return watched.map(({ environment: where, id, type }): Entry => ({
    id: `watched:${where}/${id}`,
    group: 'watched',
    label: [typeLabel(type), shortId(id)].filter((part) => part !== '').join(' · '),
    also: [id, type],
    act: { kind: 'go', href: operationHref(where, id) },
    ...(where !== environment && { note: environmentLabel(where) }),
  }));
}

function pageEntries({ environments, actions, settings }: Situation): Entry[] {
  const lists = environments.map((name): Entry => {
    const label = t('Operations in {environment}', { environment: environmentLabel(name) });
    return {
      id: `page:${name}`,
      group: 'pages',
      label,
      also: [name],
      act: { kind: 'go', href: listHref(name) },
    };
  });
  const back: Entry = {
    id: 'list',
    group: 'pages',
    label: t(ACTION_WORDS.list),
    act: { kind: 'press', action: 'list' },
    ...(settings.keys && { note: ACTIONS.list.toUpperCase() }),
  };
  return actions.has('list') ? [back, ...lists] : lists;
}

function tasteEntries({ settings }: Situation): Entry[] {
  const entry = (id: string, label: string, act: Entry['act']): Entry => ({ id, group: 'taste', label, act });
  const { theme, zone, keys, language } = settings;
  return [
    ...THEMES.filter((name) => name !== theme).map((name) =>
      entry(`theme:${name}`, t(THEME_WORDS[name]), { kind: 'set', change: { theme: name } }),
    ),
    ...(['local', 'utc'] as const)
      .filter((name) => name !== zone)
      .map((name) => entry(`zone:${name}`, t(ZONE_WORDS[name]), { kind: 'set', change: { zone: name } })),
    ...LANGUAGE_CODES.filter((code) => code !== language).map((code) => {
      const name = LANGUAGES[code].name;
      return entry(`language:${code}`, t('Language: {name}', { name }), { kind: 'language', language: code });
    }),
    entry('help', t('Keyboard shortcuts'), { kind: 'help' }),
    keys
      ? entry('keys:off', t('Turn single-key shortcuts off'), { kind: 'set', change: { keys: false } })
      : entry('keys:on', t('Turn single-key shortcuts on'), { kind: 'set', change: { keys: true } }),
  ];
}
