import type { Json } from '../toloka/operation.ts';
import { OPERATION_TYPES, type KnownOperationType } from '../toloka/vocabulary.ts';
import { batchDetails } from './batchPlan.ts';
import { writeMicros } from './micros.ts';
import { createRandom, hexDigits, integer, mix, pick, type Random } from './random.ts';
import type { ScheduledOperation } from './schedule.ts';
import { drawPlace, type Place } from './world.ts';

type Content = { readonly parameters: Json; readonly details: Json };

/**
 * What an operation was asked to do and what it tells in the end, both following from its seed (reference, "Operation
 * parameters"). `details` are those of the finished operation; a running one shows none.
 */
export function contentOf(operation: ScheduledOperation): Content {
  const random = createRandom(mix(operation.seed, 0xc0));
  const place = drawPlace(random);
  const { type } = operation;
  const make = SPECIAL[type] ?? (OPERATION_TYPES[type].hasLog ? batch(false) : plain);
  return make(random, place, operation);
}

const plain: Maker = (random, place, operation) => {
  const { subject } = OPERATION_TYPES[operation.type];
  return {
    parameters: subject ? { [subject]: subjectId(subject, place) } : {},
    details: detailsOf(operation, random),
  };
};

function subjectId(subject: 'pool_id' | 'training_id' | 'project_id', place: Place): string {
  return { pool_id: place.poolId, training_id: place.trainingId, project_id: place.projectId }[subject];
}

/** Types without details are answered without them, with null or with `{}`: all three are seen. */
function detailsOf(operation: ScheduledOperation, random: Random): Json {
  if (operation.batch) return batchDetails(operation.batch);
  return pick(random, [null, {}]);
}

type Maker = (random: Random, place: Place, operation: ScheduledOperation) => Content;

/** Flags of a batch: the batch itself decided `skip_invalid_items`. */
const batch =
  (onlySkip: boolean): Maker =>
  (random, _place, operation) => {
    const flags = { allow_defaults: random() < 0.4, open_pool: random() < 0.3 };
    return {
      parameters: { skip_invalid_items: operation.batch?.skipInvalid ?? false, ...(!onlySkip && flags) },
      details: detailsOf(operation, random),
    };
  };

/** A clone names its source in the parameters and the new one in the details (toloka-kit, PoolCloneOperation). */
const clone =
  (subject: 'pool_id' | 'training_id'): Maker =>
  (random, place, operation) => {
    const source = subjectId(subject, place);
    const copy = String(Number(source) + integer(random, 100_000, 900_000));
    return {
      parameters: { [subject]: source },
      details: operation.outcome === 'SUCCESS' ? { [subject]: copy } : {},
    };
  };

const STATISTICS = [
  'real_tasks_count',
  'submitted_assignments_count',
  'skipped_assignments_count',
  'unique_workers_count',
  'avg_submit_assignment_millis',
] as const;

const analytics: Maker = (random, place, operation) => {
  const count = integer(random, 1, 4);
  const requests = STATISTICS.slice(0, count).map((name) => ({
    name,
    subject: 'POOL',
    subject_id: place.poolId,
  }));
  const finished = writeMicros(operation.finished, operation.digits);
  const answers = requests.map((request) => ({ result: integer(random, 0, 40_000), request, finished }));
  return {
    parameters: { value: requests },
    details: operation.outcome === 'SUCCESS' ? { value: answers } : {},
  };
};

const knownSolutions: Maker = (random, place, operation) => ({
  parameters: {
    pool_id: place.poolId,
    poolName: place.poolName,
    project_id: place.projectId,
    projectName: place.projectName,
    secret: hexDigits(random, 32),
    requesterId: hexDigits(random, 32),
  },
  details: detailsOf(operation, random),
});

/** Types whose content the vocabulary's facts alone do not give. */
const SPECIAL: { readonly [Type in KnownOperationType]?: Maker } = {
  'TASK.BATCH_CREATE': batch(false),
  'TASK_SUITE.BATCH_CREATE': batch(false),
  'USER_BONUS.BATCH_CREATE': batch(true),
  'POOL.CLONE': clone('pool_id'),
  'TRAINING.CLONE': clone('training_id'),
  ANALYTICS: analytics,
  'KNOWN_SOLUTIONS.GENERATE': knownSolutions,
};
