import { expect, test } from 'vitest';
import { createTruth, createWatch } from './truth.ts';

const running = { id: 'a', status: 'RUNNING', progress: 40 };

test('a state that was answered may be shown, by the list and by the operation’s own page', () => {
  const truth = createTruth();
  truth.record({ items: [running], has_more: false });
  truth.record({ id: 'b', status: 'SUCCESS', progress: 100 });
  const shown = [
    { id: 'a', status: 'Running', progress: 40, place: 'list' },
    { id: 'b', status: 'Succeeded', progress: null, place: 'list' },
    { id: 'b', status: 'Succeeded', progress: 100, place: 'detail' },
  ] as const;
  expect(createWatch(truth).look(shown)).toEqual([]);
});

test('a progress, a status or an operation that never was is found', () => {
  const truth = createTruth();
  truth.record(running);
  const shown = [
    { id: 'a', status: 'Running', progress: 60, place: 'list' },
    { id: 'a', status: 'Running', progress: null, place: 'list' },
    { id: 'a', status: 'Failed', progress: null, place: 'detail' },
    { id: 'c', status: 'Pending', progress: null, place: 'list' },
  ] as const;
  expect(createWatch(truth).look(shown)).toEqual([
    'list: a as Running at 60%, which it never was',
    'list: a as Running, which it never was',
    'detail: a as Failed, which it never was',
    'list: c as Pending, which it never was',
  ]);
});

test('an end that is taken back is found, also where the state itself once was', () => {
  const truth = createTruth();
  truth.record(running);
  truth.record({ id: 'a', status: 'SUCCESS', progress: 100 });
  const watch = createWatch(truth);
  expect(watch.look([{ id: 'a', status: 'Succeeded', progress: null, place: 'list' }])).toEqual([]);
  expect(watch.look([{ id: 'a', status: 'Running', progress: 40, place: 'detail' }])).toEqual([
    'detail: a as Running at 40%, after it was shown as Succeeded',
  ]);
});

test('answers that are neither a list nor an operation say nothing', () => {
  const truth = createTruth();
  for (const answer of [null, 'text', 7, ['not an operation'], { operations: [] }, { id: 'a' }])
    truth.record(answer);
  expect(truth.size()).toEqual({ operations: 0, states: 0 });
});
