import { expect, test } from 'vitest';
import { decodeOperation } from '../../../toloka/operation.ts';
import { NOTHING_WATCHED, watch } from '../../watch/watched.ts';
import { chosenOf, watchedWords, watchOffer, whyNotCompared } from './chosen.ts';
import { createSelection } from './selection.ts';

const operation = (id: string, status = 'RUNNING') => decodeOperation({ id, type: 'POOL.OPEN', status });
const row = Object.fromEntries('abcdef'.split('').map((id) => [id, operation(id)]));
const of = (id: string) => row[id] ?? operation(id);
const ROWS = Object.values(row);

function selecting() {
  const selection = createSelection();
  selection.show(ROWS);
  const told: string[] = [];
  const ids = () => [...selection.selected().keys()].join('');
  selection.subscribe(() => told.push(ids()));
  return { selection, ids, told };
}

test('rows are selected one by one, and each change is told once', () => {
  const { selection, ids, told } = selecting();
  selection.toggle(of('b'), true, false);
  selection.toggle(of('d'), true, false);
  selection.toggle(of('b'), false, false);
  selection.toggle(of('b'), false, false);
  expect(ids()).toBe('d');
  expect(told).toEqual(['b', 'bd', 'd']);
});

test('a range runs from the row changed last, in either direction, and takes on what the last one became', () => {
  const { selection, ids } = selecting();
  selection.toggle(of('d'), true, false);
  selection.toggle(of('b'), true, true);
  expect(ids().split('').toSorted().join('')).toBe('bcd');
  selection.toggle(of('f'), true, true);
  expect(ids().split('').toSorted().join('')).toBe('bcdef');
  selection.toggle(of('c'), false, true);
  expect(ids()).toBe('b');
});

test('a range needs a beginning that is still on screen', () => {
  const { selection, ids } = selecting();
  selection.toggle(of('d'), true, true);
  expect(ids()).toBe('d');
  selection.show(ROWS.slice(4));
  selection.toggle(of('f'), true, true);
  expect(ids()).toBe('df');
});

test('all rows are selected and let go at once, and what is away stays as it is', () => {
  const { selection, ids, told } = selecting();
  selection.toggle(operation('away'), true, false);
  selection.setAll(ROWS, true);
  expect(ids()).toBe('awayabcdef');
  selection.setAll(ROWS, false);
  expect(ids()).toBe('away');
  selection.clear();
  selection.clear();
  expect(told).toEqual(['away', 'awayabcdef', 'away', '']);
});

test('the chosen come in the order of the rows, as the rows say now; those that have gone come last', () => {
  const { selection } = selecting();
  for (const id of ['e', 'away', 'b']) selection.toggle(of(id), true, false);
  const now = ROWS.map(({ id }) => operation(id, 'SUCCESS'));
  const { operations, away } = chosenOf(selection.selected(), now);
  expect(operations.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'b SUCCESS',
    'e SUCCESS',
    'away RUNNING',
  ]);
  expect(away).toBe(1);
});

test('two to four can be compared', () => {
  expect([1, 2, 3, 4, 5].map(whyNotCompared)).toEqual([
    'Select one more to compare',
    null,
    null,
    null,
    'At most 4 can be compared',
  ]);
});

test('watching is offered while one still runs unwatched, then letting go, and nothing where all have ended', () => {
  const some = [operation('a'), operation('b'), operation('c', 'FAIL')];
  const offered = (list = NOTHING_WATCHED, operations = some) => {
    const offer = watchOffer(operations, 'demo', list);
    return offer.kind === 'nothing'
      ? offer.reason
      : [offer.kind, offer.operations.map(({ id }) => id).join('')];
  };
  const one = watch(NOTHING_WATCHED, 'demo', some.slice(0, 1), 1);
  const both = watch(one, 'demo', some, 1);
  expect(offered()).toEqual(['watch', 'ab']);
  expect(offered(one)).toEqual(['watch', 'b']);
  expect(offered(both)).toEqual(['stop', 'ab']);
  expect(offered(both, some.slice(2))).toBe('It has ended');
  expect(offered(NOTHING_WATCHED, [operation('x', 'FAIL'), operation('y', 'SUCCESS')])).toBe(
    'All of them have ended',
  );
});

test('what came of it is said', () => {
  expect(watchedWords(2, 2, 0)).toBe('Watching 2');
  expect(watchedWords(3, 1, 1)).toBe('Watching 1, no room for 2 (at most 50), 1 has ended already');
  expect(watchedWords(1, 1, 2)).toBe('Watching 1, 2 have ended already');
});
