import { expect, test } from 'vitest';
import { operationCurl, operationToolkit } from './operation.ts';
import { apiAddress } from './streams.ts';

const PRODUCTION = apiAddress('production', 'http://127.0.0.1:4747');
const DEMO = apiAddress('demo', 'http://127.0.0.1:4747');

test('one operation as curl takes the token from its variable', () => {
  expect(operationCurl('3a51f7c0-77ab', PRODUCTION)).toBe(
    `curl -sS -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations/3a51f7c0-77ab'\n`,
  );
  expect(operationCurl('3a51f7c0-77ab', DEMO)).toBe(
    `curl -sS 'http://127.0.0.1:4747/demo/api/v1/operations/3a51f7c0-77ab'\n`,
  );
});

test('for one that goes on, toloka-kit waits until it ends, and then reads its log', () => {
  expect(operationToolkit({ id: 'a.7', type: 'TASK.BATCH_CREATE', status: 'RUNNING' }, PRODUCTION))
    .toBe(`import os

from toloka.client import TolokaClient

toloka_client = TolokaClient(os.environ["TOLOKA_TOKEN"], url="https://toloka.dev")
operation = toloka_client.get_operation("a.7")
operation = toloka_client.wait_operation(operation)
log = toloka_client.get_operation_log(operation.id)
`);
});

test('for one that has ended and keeps no log, toloka-kit only reads it', () => {
  expect(operationToolkit({ id: 'a.7', type: 'POOL.OPEN', status: 'FAIL' }, DEMO))
    .toBe(`from toloka.client import TolokaClient

toloka_client = TolokaClient("none", url="http://127.0.0.1:4747/demo")
operation = toloka_client.get_operation("a.7")
`);
});

test('of one that cannot be read nobody knows whether it goes on', () => {
  expect(operationToolkit({ id: 'a.7', type: null, status: null }, DEMO)).toContain(
    'wait_operation(operation)',
  );
});
