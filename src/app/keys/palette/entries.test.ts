import { expect, test } from 'vitest';
import { DEFAULT_SEARCH } from '../../../toloka/listSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { decodeSettings } from '../../settings.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entry.ts';
import { pasteEntries } from './pasteEntries.ts';
import type { Situation } from './situation.ts';

const ID = '26e130ad3652443a3dc5094791e48ef9';

const situation: Situation = {
  environment: 'production',
  environments: ['production', 'sandbox'],
  search: DEFAULT_SEARCH,
  onList: true,
  operation: null,
  actions: new Set(),
  settings: decodeSettings(null),
  views: [],
  watched: [],
  midnight: Date.UTC(2026, 2, 20),
  origin: 'http://here',
};

const hrefs = (entries: readonly Entry[]) =>
  Object.fromEntries(entries.flatMap(({ label, act }) => (act.kind === 'go' ? [[label, act.href]] : [])));

test('no two entries go by the same id', () => {
  const ids = entriesOf({ ...situation, search: parseListSearch('status=FAIL&type=NEW.TYPE&find=a') }).map(
    ({ id }) => id,
  );
  expect(ids.length).toBeGreaterThan(40);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a filter is added to those that are set, and the place in the list dropped', () => {
  const search = parseListSearch('status=FAIL&limit=20&find=cat');
  const links = hrefs(entriesOf({ ...situation, search }));
  expect(links['Status: Running']).toBe(
    '/production/operations?status=RUNNING&status=FAIL&limit=20&find=cat',
  );
  expect(links['Status: no longer Failed']).toBe('/production/operations?limit=20&find=cat');
  expect(links['Type: Opening a pool']).toBe(
    '/production/operations?type=POOL.OPEN&status=FAIL&limit=20&find=cat',
  );
  expect(links['Submitted in the last 24 hours']).toBe(
    '/production/operations?status=FAIL&submitted_gte=now-24h&limit=20&find=cat',
  );
  expect(links['Clear all filters']).toBe('/production/operations?limit=20');
  expect(hrefs(entriesOf(situation))).not.toHaveProperty('Clear all filters');
});

test('views come with their environment where it is another one', () => {
  const views = [
    { name: 'Nightly', environment: 'production', search: 'type=POOL.CLONE' },
    { name: 'Trial', environment: 'sandbox', search: '' },
  ];
  const entries = entriesOf({ ...situation, views });
  expect(hrefs(entries)).toMatchObject({
    All: '/production/operations',
    Nightly: '/production/operations?type=POOL.CLONE',
    Trial: '/sandbox/operations',
    'Operations in Sandbox': '/sandbox/operations',
  });
  expect(entries.find(({ label }) => label === 'Trial')?.note).toBe('Sandbox');
});

test('of the page’s actions those are offered that it has a control for, with their keys unless these are off', () => {
  const actions = new Set(['watch', 'copyAs', 'nextOperation'] as const);
  const operation = { environment: 'production', id: ID };
  const here = (keys: boolean) =>
    entriesOf({ ...situation, onList: false, operation, actions, settings: decodeSettings({ keys }) })
      .filter(({ group }) => group === 'here')
      .map(({ label, note }) => `${label} ${note ?? ''}`.trim());
  expect(here(true)).toEqual([
    'Watch W',
    'Copy as curl',
    'Copy for support, as curl or toloka-kit…',
    'Next operation ]',
  ]);
  expect(here(false)[0]).toBe('Watch');
});

test('curl is copied as the request that the page makes', () => {
  const operation = { environment: 'production', id: ID };
  const entries = entriesOf({ ...situation, onList: false, operation, actions: new Set(['copyAs']) });
  const act = entries.find(({ id }) => id === 'curl')?.act;
  expect(act?.kind === 'copy' && act.text()).toBe(
    `curl -sS -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations/${ID}'\n`,
  );
});

const pasted = (text: string, environments = ['production', 'sandbox']) => {
  const { first, last } = pasteEntries(text, { ...situation, environments });
  const shown = ({ label, act, note }: Entry) =>
    [label, act.kind === 'go' ? act.href : act.kind, note].filter((part) => part !== undefined).join(' | ');
  return { first: first.map(shown), last: last.map(shown) };
};

test('an ID goes first, to the environment that one is in; it may be looked for as well', () => {
  expect(pasted(ID)).toEqual({
    first: [`Go to operation ${ID} | /production/operations/${ID}`],
    last: [`Find “${ID}” in the list | /production/operations?find=${ID}`],
  });
});

test('a word goes behind the commands', () => {
  expect(pasted('dark')).toEqual({
    first: [],
    last: [
      'Find “dark” in the list | /production/operations?find=dark',
      'Go to operation dark | /production/operations/dark',
    ],
  });
  expect(pasted('  ')).toEqual({ first: [], last: [] });
});

test('a link goes to its own environment, or it is said that there is none', () => {
  const link = `https://sandbox.toloka.dev/api/v1/operations/${ID}`;
  expect(pasted(link)).toEqual({
    first: [`Go to operation ${ID} | /sandbox/operations/${ID} | Sandbox`],
    last: [],
  });
  expect(pasted(link, ['production'])).toEqual({
    first: ['This leads to Sandbox, which is not set up here. | none'],
    last: [],
  });
  expect(pasted(`http://elsewhere:4747/sandbox/operations/${ID}?tab=log#item-3`).first).toEqual([
    `Go to operation ${ID} | /sandbox/operations/${ID}?tab=log#item-3 | Sandbox`,
  ]);
});

test('a query shows its list, faults and all', () => {
  expect(pasted('?status=FAIL&limit=20').first).toEqual([
    'Show this list | /production/operations?status=FAIL&limit=20',
  ]);
  expect(pasted('https://toloka.dev/api/v1/operations?status=FIAL').first).toEqual([
    'Show this list | /production/operations?status=FIAL',
  ]);
});
