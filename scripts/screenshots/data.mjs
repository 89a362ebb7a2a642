import { NOW } from './stage.mjs';

const MINUTE = 60_000;
/** An instant as the API writes it, so many ms before the pictures are taken. */
export const ago = (ms) => new Date(NOW - ms).toISOString().slice(0, 23);

const counts = (total, good, done = total) => ({
  total_count: total,
  valid_count: good,
  not_valid_count: done - good,
  success_count: good,
  failed_count: done - good,
});

const batch = (fields) => ({
  id: '5f3b2d1c-8e4a-4c7b-9d61-2a7f0c94e815',
  type: 'TASK.BATCH_CREATE',
  parameters: {
    skip_invalid_items: true,
    allow_defaults: false,
    open_pool: true,
    operation_id: '5f3b2d1c-8e4a-4c7b-9d61-2a7f0c94e815',
  },
  ...fields,
});

export const RUNNING = batch({
  status: 'RUNNING',
  submitted: ago(4 * MINUTE + 12_000),
  started: ago(4 * MINUTE),
  progress: 30,
});

/** RUNNING gets on by five percent every half minute. */
export const RUNNING_STEPS = Array.from({ length: 6 }, (_, index) => ({
  afterMs: (index + 1) * 30_000,
  progress: 35 + index * 5,
}));

/** How long others of its type took, for the estimate. */
export const EARLIER = [7.6, 8, 8.2, 7.8, 8.4, 8, 8.8].map((minutes, index) => {
  const finished = (index + 1) * 60 * MINUTE;
  const started = ago(finished + minutes * MINUTE);
  return batch({
    id: `earlier-${index}`,
    status: 'SUCCESS',
    submitted: started,
    started,
    finished: ago(finished),
    progress: 100,
    details: counts(900, 900),
  });
});

export const FAILED = batch({
  status: 'FAIL',
  submitted: ago(26 * MINUTE),
  started: ago(26 * MINUTE - 4000),
  finished: ago(21 * MINUTE),
  progress: 100,
  parameters: { skip_invalid_items: false, allow_defaults: true, open_pool: false },
  details: counts(120, 88),
});

const failed = (input, output) => ({ type: 'TASK_VALIDATE', success: false, input, output });
const REQUIRED = { code: 'VALUE_REQUIRED', message: 'May not be empty' };
export const FAILED_LOG = Array.from({ length: 120 }, (_, index) => {
  const image = `https://example.org/photos/${String(index).padStart(4, '0')}.jpg`;
  const input = { pool_id: '20646589', input_values: { image, label: index % 2 ? 'cat' : 'dog' } };
  if (index % 5 === 1)
    return failed({ ...input, input_values: { label: 'cat' } }, { 'input_values.image': REQUIRED });
  if (index % 17 === 4)
    return failed(input, {
      'input_values.label': { code: 'VALUE_NOT_ALLOWED', message: 'Unknown field name', params: ['label'] },
    });
  if (index % 40 === 7)
    return failed(
      { ...input, overlap: 0 },
      {
        overlap: { code: 'VALUE_LESS_THAN_MIN', message: 'Value must be greater than or equal to 1' },
        'input_values.image': REQUIRED,
      },
    );
  return { type: 'TASK_CREATE', success: true, input, output: { task_id: `t-${index}` } };
});

export const PENDING = batch({ status: 'PENDING', submitted: ago(42_000), progress: 0 });

export const SUCCEEDED = batch({
  status: 'SUCCESS',
  submitted: ago(58 * MINUTE),
  started: ago(58 * MINUTE - 2500),
  finished: ago(51 * MINUTE),
  progress: 100,
  details: counts(2400, 2400),
});

/** A status and a type that nobody knows yet. */
export const UNKNOWN = {
  id: 'from-the-future',
  type: 'QUALITY.RECALCULATE',
  status: 'PAUSED_BY_REQUESTER',
  submitted: ago(3 * MINUTE),
  started: ago(2 * MINUTE),
  progress: 12,
  parameters: { note: 'A type and a status that this version does not know' },
};

/** Saved views, as the browser keeps them. */
export const VIEWS = {
  kind: 'toloka-operations-views',
  version: 1,
  views: [
    { name: 'Failed uploads', environment: 'production', search: 'type=TASK.BATCH_CREATE&status=FAIL' },
    { name: 'Long pools', environment: 'production', search: 'type=POOL.OPEN&status=RUNNING&sort=submitted' },
  ],
};
