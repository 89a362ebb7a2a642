import { expect, test } from 'vitest';
import { ENVIRONMENTS, isEnvironmentName } from './environments.ts';
import { BOUND_PARAMETERS, boundParameter, LIST_PARAMETERS } from './filters.ts';
import {
  hasLog,
  isKnownType,
  isTerminal,
  KNOWN_STATUSES,
  KNOWN_TYPES,
  looksLikeCode,
  statusLabel,
  typeLabel,
} from './vocabulary.ts';

test('the types are those of the reference and the official clients', () => {
  expect([...KNOWN_TYPES].toSorted()).toEqual([
    'ANALYTICS',
    'KNOWN_SOLUTIONS.GENERATE',
    'POOL.ARCHIVE',
    'POOL.CLONE',
    'POOL.CLOSE',
    'POOL.OPEN',
    'PROJECT.ARCHIVE',
    'PSEUDO.PSEUDO',
    'SOLUTION.AGGREGATE',
    'TASK.BATCH_CREATE',
    'TASK_SUITE.BATCH_CREATE',
    'TRAINING.ARCHIVE',
    'TRAINING.CLONE',
    'TRAINING.CLOSE',
    'TRAINING.OPEN',
    'USER_BONUS.BATCH_CREATE',
  ]);
});

test('only the three batch types can have a log, and of an unknown type nobody knows', () => {
  expect(KNOWN_TYPES.filter((type) => hasLog(type))).toEqual([
    'TASK.BATCH_CREATE',
    'TASK_SUITE.BATCH_CREATE',
    'USER_BONUS.BATCH_CREATE',
  ]);
  expect(hasLog('POOL.REPAINT')).toBeNull();
});

test('success and failure are the end, anything else is not', () => {
  expect(KNOWN_STATUSES).toEqual(['PENDING', 'RUNNING', 'SUCCESS', 'FAIL']);
  expect([...KNOWN_STATUSES, 'PAUSED', '', 'toString'].filter(isTerminal)).toEqual(['SUCCESS', 'FAIL']);
});

test('codes have words, and an unknown code is its own word', () => {
  expect(typeLabel('POOL.OPEN')).toBe('Opening a pool');
  expect(typeLabel('POOL.REPAINT')).toBe('POOL.REPAINT');
  expect(statusLabel('SUCCESS')).toBe('Succeeded');
  expect(statusLabel('PAUSED')).toBe('PAUSED');
  expect(typeLabel('constructor')).toBe('constructor');
  expect(isKnownType('constructor')).toBe(false);
  expect(new Set(KNOWN_TYPES.map(typeLabel)).size).toBe(KNOWN_TYPES.length);
});

test('every known code looks like one', () => {
  expect([...KNOWN_TYPES, ...KNOWN_STATUSES].filter((code) => !looksLikeCode(code))).toEqual([]);
  expect(['POOL.REPAINT', 'A', 'A_B.C1', 'A'.repeat(64)].filter((code) => !looksLikeCode(code))).toEqual([]);
  const others = ['', 'fail', 'FAIL ', '1A', '.A', 'A.', 'A..B', 'A-B', 'A B', 'FAIL\n', 'A'.repeat(65)];
  expect(others.filter(looksLikeCode)).toEqual([]);
});

test('the list takes exactly the reference’s parameters', () => {
  expect(LIST_PARAMETERS).toEqual([
    'type',
    'status',
    'submitted_gt',
    'submitted_gte',
    'submitted_lt',
    'submitted_lte',
    'finished_gt',
    'finished_gte',
    'finished_lt',
    'finished_lte',
    'id_gt',
    'id_gte',
    'id_lt',
    'id_lte',
    'sort',
    'limit',
  ]);
  expect(boundParameter('finished', 'lte')).toBe('finished_lte');
  expect(BOUND_PARAMETERS.get('finished_lte')).toEqual({
    field: 'finished',
    bound: 'lte',
    name: 'finished_lte',
  });
});

test('the environments are Toloka’s two and the demo, at the reference’s origins', () => {
  expect(Object.keys(ENVIRONMENTS)).toEqual(['production', 'sandbox', 'demo']);
  expect(ENVIRONMENTS.production.origin).toBe('https://toloka.dev');
  expect(ENVIRONMENTS.sandbox.origin).toBe('https://sandbox.toloka.dev');
  expect(['production', 'sandbox', 'demo', 'Demo', 'toString', ''].filter(isEnvironmentName)).toEqual([
    'production',
    'sandbox',
    'demo',
  ]);
});
