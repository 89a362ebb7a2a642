import { expect, test } from 'vitest';
import { decodeOperation } from '../../../toloka/operation.ts';
import { supportText, type SupportFacts } from './supportText.ts';

const failed = decodeOperation({
  id: '3a51f7c0',
  type: 'TASK.BATCH_CREATE',
  status: 'FAIL',
  submitted: '2026-11-20T13:42:10',
  started: '2026-11-20T13:42:12.417',
  finished: '2026-11-20T13:44:55.000123',
  progress: 100,
  parameters: { pool_id: '20646589', secret: 'open-sesame' },
  details: {
    total_count: 9800,
    valid_count: 9388,
    not_valid_count: 412,
    success_count: 0,
    failed_count: 9800,
  },
});

const cause = (path: string, code: string, message: string, count: number, first: number) => ({
  key: path,
  path,
  code,
  message,
  count,
  first,
});

const FACTS: SupportFacts = {
  link: 'http://127.0.0.1:4747/production/operations/3a51f7c0',
  environment: 'production',
  id: '3a51f7c0',
  operation: failed,
  readAt: Date.UTC(2026, 10, 20, 14, 2, 15, 250),
  disbelief: null,
  log: null,
  failedRequests: [],
};

test('tells all that support asks for, with times as the API wrote them', () => {
  const log = {
    phase: 'complete' as const,
    items: 9800,
    causeCount: 5,
    failure: null,
    causes: [
      cause('input_values.image', 'VALUE_REQUIRED', 'Value must be "present"', 321, 3),
      cause('input_values.imagis', 'VALUE_NOT_ALLOWED', '', 79, 17),
      cause('tasks.*.known_solutions', 'VALIDATION_ERROR', 'Does not match', 1, 2044),
      cause('pool_id', 'ENTITY_DOES_NOT_EXIST', 'No such pool', 1, 4000),
    ],
  };
  const failedRequests = [
    { requestId: 'req-2', code: 'SERVICE_UNAVAILABLE', at: Date.UTC(2026, 10, 20, 14, 1, 0) },
    { requestId: 'req-1', code: 'INTERNAL_ERROR', at: Date.UTC(2026, 10, 20, 14, 0, 58, 7) },
  ];
  expect(supportText({ ...FACTS, log, failedRequests }))
    .toBe(`Link: http://127.0.0.1:4747/production/operations/3a51f7c0
Environment: Production
Operation: 3a51f7c0
Type: Uploading tasks (TASK.BATCH_CREATE)
Status: Failed (FAIL)
Progress: 100%
Submitted: 2026-11-20T13:42:10 UTC
Started: 2026-11-20T13:42:12.417 UTC
Finished: 2026-11-20T13:44:55.000123 UTC
Items: total 9800, created 0, not created 9800, valid 9388, not valid 412
Causes:
- 321 items: input_values.image VALUE_REQUIRED "Value must be \\"present\\"", first item 3
- 79 items: input_values.imagis VALUE_NOT_ALLOWED, first item 17
- 1 item: tasks.*.known_solutions VALIDATION_ERROR "Does not match", first item 2044
- and 2 more
Failed requests (request_id):
- req-2 (SERVICE_UNAVAILABLE) at 2026-11-20T14:01:00.000 UTC
- req-1 (INTERNAL_ERROR) at 2026-11-20T14:00:58.007 UTC
Read: 2026-11-20T14:02:15.250 UTC
`);
});

test('holds nothing of the parameters, and no words that may quote a person’s field or a secret', () => {
  const log = {
    phase: 'complete' as const,
    items: 3,
    causeCount: 3,
    failure: null,
    causes: [
      cause('user_id', 'ENTITY_DOES_NOT_EXIST', 'User 5f3c does not exist', 2, 1),
      cause('bonuses.*.private_comment', 'TOO_LONG', 'Too long: call me', 1, 2),
      cause('input_values.access_token', 'VALUE_NOT_ALLOWED', 'hunter2', 1, 3),
    ],
  };
  const text = supportText({ ...FACTS, log });
  expect(text).toContain('- 2 items: user_id ENTITY_DOES_NOT_EXIST, first item 1\n');
  for (const hidden of ['5f3c', 'call me', 'hunter2', 'open-sesame', '20646589'])
    expect(text).not.toContain(hidden);
});

test('says what of the log is known, and which request for it failed', () => {
  expect(supportText(FACTS)).toContain('Causes: the log was not read\n');
  const failure = { code: 'INTERNAL_ERROR', requestId: 'req-log' };
  const part = {
    phase: 'cut' as const,
    items: 120,
    causeCount: 1,
    causes: [cause('a', 'X', '', 2, 1)],
    failure: failure as NonNullable<SupportFacts['log']>['failure'],
  };
  const text = supportText({ ...FACTS, log: part });
  expect(text).toContain('Causes, as far as the log was read (120 items):\n- 2 items: a X, first item 1\n');
  expect(text).toContain('- req-log (INTERNAL_ERROR), reading the log\n');
});

test('tells an operation that goes on, of a type and status it does not know, without counts', () => {
  const operation = decodeOperation({
    id: 'x',
    type: 'PROJECT.FOLD',
    status: 'PAUSED',
    submitted: '2026-11-20T13:42:10',
  });
  expect(supportText({ ...FACTS, operation, readAt: null }))
    .toBe(`Link: http://127.0.0.1:4747/production/operations/3a51f7c0
Environment: Production
Operation: 3a51f7c0
Type: PROJECT.FOLD
Status: PAUSED
Submitted: 2026-11-20T13:42:10 UTC
Started: –
Finished: –
`);
});

test('tells of an operation that cannot be read what was asked', () => {
  const failedRequests = [
    { requestId: 'req-1', code: 'DOES_NOT_EXIST', at: Date.UTC(2026, 10, 20, 14, 0, 58) },
  ];
  expect(supportText({ ...FACTS, operation: null, readAt: null, failedRequests }))
    .toBe(`Link: http://127.0.0.1:4747/production/operations/3a51f7c0
Environment: Production
Operation: 3a51f7c0
It could not be read.
Failed requests (request_id):
- req-1 (DOES_NOT_EXIST) at 2026-11-20T14:00:58.000 UTC
`);
});

test('names an answer that took the end back', () => {
  const disbelief = {
    answer: decodeOperation({ id: '3a51f7c0', status: 'RUNNING' }),
    at: Date.UTC(2026, 10, 20, 14, 5, 2),
    keptAt: Date.UTC(2026, 10, 20, 14, 1, 0),
  };
  expect(supportText({ ...FACTS, disbelief }))
    .toContain(`Since then the API answered: status RUNNING at 2026-11-20T14:05:02.000 UTC
Read: 2026-11-20T14:01:00.000 UTC
`);
});
