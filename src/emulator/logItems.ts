import type { JsonObject } from '../toloka/operation.ts';
import { isInvalid, isStopped } from './batchPlan.ts';
import { createRandom, hexDigits, integer, mix, pick, type Random } from './random.ts';
import type { ScheduledOperation } from './schedule.ts';
import { drawPlace, type Place } from './world.ts';

/** What is known about a batch item while its log entry is written. */
type Item = { readonly random: Random; readonly place: Place; readonly index: number };

/** How the items of one kind of batch look in the log (reference, "Operation log"; toloka-kit, OperationLogItem). */
type LogKind = {
  readonly created: string;
  readonly validated: string;
  /** The field of `output` that holds the new object's ID. */
  readonly idField: string;
  readonly input: (item: Item) => JsonObject;
  /** Spoils an item and says what is wrong with it: [the item as sent, the faults by path]. */
  readonly spoil: (item: Item) => readonly [JsonObject, JsonObject];
};

const WORDS =
  'please look at the whole picture and mark every object that you are sure about, then check the list again'.split(
    ' ',
  );

function taskInput({ random, place, index }: Item): JsonObject {
  const text = Array.from({ length: integer(random, 14, 56) }, () => pick(random, WORDS)).join(' ');
  return {
    pool_id: place.poolId,
    overlap: integer(random, 1, 5),
    input_values: { image: `https://images.example/${hexDigits(random, 8)}/${index}.jpg`, text },
  };
}

function taskFaults(item: Item): readonly [JsonObject, JsonObject] {
  const image = `https://images.example/${item.index}.jpg`;
  return [
    { pool_id: item.place.poolId, input_values: { imagis: image } },
    {
      'input_values.image': { code: 'VALUE_REQUIRED', message: 'May not be empty' },
      'input_values.imagis': { code: 'VALUE_NOT_ALLOWED', message: 'Unknown field name' },
    },
  ];
}

function suiteInput(item: Item): JsonObject {
  const tasks = Array.from({ length: integer(item.random, 1, 3) }, () => ({
    input_values: taskInput(item)['input_values'] ?? null,
  }));
  return { pool_id: item.place.poolId, overlap: 1, tasks };
}

function suiteFaults(item: Item): readonly [JsonObject, JsonObject] {
  return [
    { pool_id: item.place.poolId, tasks: [{ input_values: { image: '' } }] },
    { 'tasks.0.input_values.image': { code: 'VALUE_REQUIRED', message: 'May not be empty' } },
  ];
}

function bonusInput({ random, index }: Item): JsonObject {
  return {
    user_id: hexDigits(random, 32),
    amount: integer(random, 1, 200) / 100,
    private_comment: `pool ${integer(random, 20_600_000, 20_999_999)}, row ${index + 1}`,
    public_title: { EN: 'For careful work' },
    without_message: random() < 0.2,
  };
}

function bonusFaults(item: Item): readonly [JsonObject, JsonObject] {
  const user = { code: 'ENTITY_DOES_NOT_EXIST', message: 'No such performer' };
  const amount = {
    code: 'VALIDATION_ERROR',
    message: 'Amount out of range',
    payload: { min: 0.01, max: 100 },
  };
  const input = bonusInput(item);
  if (item.random() < 0.6) return [{ ...input, user_id: 'unknown' }, { user_id: user }];
  return [{ ...input, amount: 100_000 }, { amount }];
}

const KINDS: Readonly<Record<string, LogKind>> = {
  'TASK.BATCH_CREATE': {
    created: 'TASK_CREATE',
    validated: 'TASK_VALIDATE',
    idField: 'task_id',
    input: taskInput,
    spoil: taskFaults,
  },
  'TASK_SUITE.BATCH_CREATE': {
    created: 'TASK_SUITE_CREATE',
    validated: 'TASK_SUITE_VALIDATE',
    idField: 'task_suite_id',
    input: suiteInput,
    spoil: suiteFaults,
  },
  'USER_BONUS.BATCH_CREATE': {
    created: 'USER_BONUS_PERSIST',
    validated: 'USER_BONUS_VALIDATE',
    idField: 'user_bonus_id',
    input: bonusInput,
    spoil: bonusFaults,
  },
};

const BROKEN_OFF = { pool_id: { code: 'ENTITY_DOES_NOT_EXIST', message: 'The pool has been archived' } };

/**
 * The log of a batch as far as `done` of its items, one entry at a time and never all at once. What stopped a batch is
 * told alone: its valid items were not tried. Empty for an operation without a batch.
 */
export function* logItems(operation: ScheduledOperation, done: number): Generator<JsonObject, void> {
  const { batch, seed, type } = operation;
  const kind = KINDS[type] ?? KINDS['TASK.BATCH_CREATE'];
  if (!batch || !kind) return;
  const place = drawPlace(createRandom(mix(seed, 0xc0)));
  const stopped = isStopped(batch);
  for (let index = 0; index < Math.min(done, batch.total); index += 1) {
    const invalid = isInvalid(batch, index);
    if (stopped && !invalid) continue;
    const random = createRandom(mix(seed, index, 0x106));
    const item = { random, place, index };
    if (!invalid) {
      const output = { [kind.idField]: hexDigits(random, 24) };
      yield { type: kind.created, success: true, input: kind.input(item), output };
    } else if (batch.cause === 'broken-off') {
      yield { type: kind.validated, success: false, input: kind.input(item), output: BROKEN_OFF };
    } else {
      const [input, output] = kind.spoil(item);
      yield { type: kind.validated, success: false, input, output };
    }
  }
}
