import type { JsonObject } from '../toloka/operation.ts';
import { drawBatch, MAX_BATCH, type BatchPlan } from './batchPlan.ts';
import { FAULT_NAMES, type FaultRule } from './faults.ts';
import { literalOperation, literalVersion, type LiteralOperation } from './literal.ts';
import type { LogVariant } from './logResponse.ts';
import { makeOperation } from './makeOperation.ts';
import { writeMicros } from './micros.ts';
import { createRandom, mix } from './random.ts';
import type { ScheduledOperation } from './schedule.ts';

const MINUTE_US = 60_000_000;
const DAY_US = 1440 * MINUTE_US;

/** Faults that always hold: whoever asks for the operation named like a fault, or for its log, meets it. */
export const STANDING_FAULTS: readonly FaultRule[] = FAULT_NAMES.map((fault) => ({ fault, id: fault }));

const CLEAN: BatchPlan = { total: 240, notValid: 0, skipInvalid: true, cause: 'none' };
const MIXED: BatchPlan = { total: 100_000, notValid: 1240, skipInvalid: true, cause: 'invalid' };

/** Batches whose log is special: 100,000 items (about 40 MB), not quite as the reference promises, or not whole. */
const LOG_SENTINELS: Readonly<Record<string, { readonly batch: BatchPlan; readonly variant?: LogVariant }>> =
  {
    'huge-log': { batch: MIXED },
    'large-log': { batch: { ...MIXED, total: MAX_BATCH } },
    'single-object-log': { batch: { ...CLEAN, total: 1 }, variant: 'single-object' },
    'status-201-log': { batch: CLEAN, variant: 'status-201' },
    'cut-log': { batch: { ...CLEAN, notValid: 24, cause: 'invalid' }, variant: 'cut-off' },
    'stalling-log': { batch: { ...CLEAN, notValid: 24, cause: 'invalid' }, variant: 'stalling' },
  };

/** Whether an operation's log is kept for ever, and how it differs from the promise. */
export function logSentinel(id: string): {
  readonly kept: boolean;
  readonly variant: LogVariant | undefined;
} {
  const found = Object.hasOwn(LOG_SENTINELS, id) ? LOG_SENTINELS[id] : undefined;
  return { kept: found !== undefined, variant: found?.variant };
}

/**
 * The named operations with an ordinary life, all long over: one for each fault, `days` − 1 days before `end` (µs), and
 * those with a special log a third of that time before.
 */
export function scheduledSentinels(seed: number, end: number, days: number): ScheduledOperation[] {
  const random = createRandom(mix(seed, 0x5e47));
  const oldest = oldestOf(end, days);
  const faulty = FAULT_NAMES.map((id, index) =>
    makeOperation(random, { id, type: 'POOL.CLOSE', submitted: oldest + index * 7 * MINUTE_US, digits: 3 }),
  );
  const logs = Object.entries(LOG_SENTINELS).map(([id, { batch }], index) => {
    const submitted = end - (days / 3) * DAY_US + index * 11 * MINUTE_US;
    return makeOperation(random, {
      id,
      type: 'TASK.BATCH_CREATE',
      submitted,
      digits: 3,
      batch: batch ?? drawBatch(random),
    });
  });
  return [...faulty, ...logs];
}

const MARKUP =
  '<img src=x onerror="document.title=\'markup ran\'"><script>document.title="markup ran"</script>&amp;';

/** What is odd about each literal operation, over a finished `POOL.OPEN`. Null leaves a field out. */
const ODDITIES: Readonly<Record<string, JsonObject>> = {
  'markup-in-fields': {
    type: 'TASK.BATCH_CREATE',
    status: 'FAIL',
    parameters: { pool_id: MARKUP, [MARKUP]: MARKUP, open_pool: false },
    details: { message: MARKUP, link: 'javascript:alert(1)' },
  },
  'progress-out-of-range': { progress: 140 },
  'unknown-type': { type: 'PROJECT.CLONE_V2', parameters: { project_id: '93001', deep: { mode: 'ALL' } } },
  'unknown-status': { status: 'PAUSED', finished: null, progress: 40 },
  'missing-fields': { started: null, finished: null, progress: null, parameters: null },
  'running-with-finished': { status: 'RUNNING', progress: 99 },
  'no-finished-success': { finished: null },
};

const MARKUP_LOG = [
  {
    type: 'TASK_VALIDATE',
    success: false,
    input: { [MARKUP]: MARKUP },
    output: { [MARKUP]: { code: 'VALUE_NOT_ALLOWED', message: MARKUP } },
  },
];

/** The named operations that no schedule could bring about, at the store's old end. */
export function literalSentinels(end: number, days: number): LiteralOperation[] {
  const oldest = oldestOf(end, days);
  const base = (id: string, index: number): JsonObject => {
    const submitted = oldest + (index + 30) * 7 * MINUTE_US;
    const time = (us: number) => writeMicros(us, 3);
    return {
      id,
      type: 'POOL.OPEN',
      status: 'SUCCESS',
      submitted: time(submitted),
      started: time(submitted + 350_000),
      finished: time(submitted + 4_200_000),
      progress: 100,
      parameters: { pool_id: '20646589' },
    };
  };
  const odd = Object.entries(ODDITIES).map(([id, oddity], index) => {
    const fields = Object.entries({ ...base(id, index), ...oddity }).filter(([, value]) => value !== null);
    return literalOperation(
      Object.fromEntries(fields),
      0,
      [],
      id === 'markup-in-fields' ? MARKUP_LOG : undefined,
    );
  });
  return [...odd, bigNumbers(base('big-numbers', odd.length))];
}

/** Numbers beyond 2^53 in the parameters: the text keeps the digits that a double would lose. */
function bigNumbers(fields: JsonObject): LiteralOperation {
  const text = JSON.stringify({ ...fields, parameters: '@' }).replace(
    '"@"',
    '{"pool_id":9007199254740993123,"ratio":0.12345678901234567891}',
  );
  return { id: 'big-numbers', versions: [literalVersion(fields, 0, text)], log: undefined };
}

function oldestOf(end: number, days: number): number {
  return end - Math.max(0, days - 1) * DAY_US;
}
