import { expect, test } from 'vitest';
import { parseJson } from '../../toloka/exactJson.ts';
import { decodeOperation } from '../../toloka/operation.ts';
import {
  answersOf,
  awaitedAnswers,
  cloneFacts,
  factsOf,
  metricsOf,
  plainText,
  withoutCounts,
} from './facts.ts';

const brief = (json: Parameters<typeof factsOf>[0]) => factsOf(json).map(({ label, form }) => [label, form]);

test('gives known parameters their words and order, and keeps the others after them as the API sent them', () => {
  expect(brief({ zeta: 1, open_pool: true, alpha: 'x', pool_id: '5', skip_invalid_items: false })).toEqual([
    ['Pool', 'text'],
    ['Skip invalid items', 'yesNo'],
    ['Open the pool after', 'yesNo'],
    ['zeta', 'text'],
    ['alpha', 'text'],
  ]);
});

test('hides the secret of a control-task generation', () => {
  const [secret] = factsOf({ secret: 'f00d' });
  expect(secret).toEqual({ key: 'secret', label: 'Secret', inWords: true, form: 'secret', value: 'f00d' });
});

test('shows a known parameter of an unexpected kind as it is', () => {
  expect(
    brief({ open_pool: 'perhaps', value: 'x', pool_id: { id: 1 }, project_id: null, poolName: '' }),
  ).toEqual([
    ['Pool', 'json'],
    ['Pool name', 'json'],
    ['Project', 'none'],
    ['Open the pool after', 'text'],
    ['Metrics', 'text'],
  ]);
});

test('does not mistake a key for one of the language’s own', () => {
  expect(brief({ constructor: 'x' })).toEqual([['constructor', 'text']]);
});

test.each([[null], [{}], [[]]])('makes no facts of %j', (json) => expect(factsOf(json)).toEqual([]));

test('makes one fact of a value that is no object', () => {
  expect(brief('text')).toEqual([['Value', 'text']]);
  expect(brief([1, 2])).toEqual([['Value', 'json']]);
});

const metric = { name: 'real_tasks_count', subject: 'POOL', subject_id: '1080020' };

test('reads the statistics that were asked for, and nothing that merely resembles them', () => {
  expect(metricsOf([metric])).toEqual([{ name: 'real_tasks_count', subject: 'POOL 1080020' }]);
  expect(metricsOf([metric, { subject: 'POOL' }])).toBeNull();
  expect(brief({ value: [metric] })).toEqual([['Metrics', 'metrics']]);
});

test('reads the answers of statistics', () => {
  const details = { value: [{ result: 42, request: metric, finished: '2022-12-01T00:00:00' }] };
  expect(answersOf(details)).toEqual([
    {
      metric: { name: 'real_tasks_count', subject: 'POOL 1080020' },
      result: 42,
      finished: '2022-12-01T00:00:00',
    },
  ]);
  expect(answersOf({ value: [{ result: 42 }] })).toBeNull();
  expect(answersOf(null)).toBeNull();
});

test('tells a clone’s source from its result, which have the same key', () => {
  const operation = decodeOperation({
    id: 'a',
    type: 'POOL.CLONE',
    status: 'SUCCESS',
    parameters: { pool_id: '1', other: 'x' },
    details: { pool_id: '2' },
  });
  expect(cloneFacts(operation).map(({ label, value, copyLabel }) => [label, value, copyLabel])).toEqual([
    ['Source pool', '1', 'Copy source pool'],
    ['New pool', '2', 'Copy new pool'],
  ]);
});

test('keeps the place of what a clone makes until it is there', () => {
  const operation = decodeOperation({
    id: 'a',
    type: 'TRAINING.CLONE',
    status: 'RUNNING',
    parameters: { training_id: 7 },
  });
  expect(cloneFacts(operation).map(({ label, form, copyLabel }) => [label, form, copyLabel])).toEqual([
    ['Source training', 'text', 'Copy source training'],
    ['New training', 'none', undefined],
  ]);
  expect(cloneFacts({ ...operation, parameters: {} })).toEqual([]);
  expect(cloneFacts({ ...operation, type: 'POOL.OPEN' })).toEqual([]);
});

test('shows a number that a double would round with the digits that came', () => {
  const [pool, list] = factsOf(parseJson('{"pool_id":9007199254740993123,"list":[9007199254740993123]}'));
  expect(pool?.form).toBe('text');
  expect(plainText(pool?.value ?? null)).toBe('9007199254740993123');
  expect(list?.form).toBe('json');
  expect(plainText(list?.value ?? null)).toBe('[9007199254740993123]');
});

test('keeps the places of the answers that were asked for', () => {
  expect(awaitedAnswers({ value: [metric] })).toEqual([
    { metric: { name: 'real_tasks_count', subject: 'POOL 1080020' }, result: undefined, finished: null },
  ]);
  expect(awaitedAnswers({ value: 'all' })).toBeNull();
  expect(awaitedAnswers(null)).toBeNull();
});

test('takes only the counts out of a batch’s details', () => {
  expect(withoutCounts({ total_count: 2, failed_count: 1, message: 'x' })).toEqual({ message: 'x' });
});
