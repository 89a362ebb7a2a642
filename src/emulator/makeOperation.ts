import { OPERATION_TYPES, type KnownOperationType } from '../toloka/vocabulary.ts';
import { batchOutcome, drawBatch, type BatchPlan } from './batchPlan.ts';
import { drawId } from './identifiers.ts';
import { floorToDigits, type FractionDigits } from './micros.ts';
import { profileOf, type Profile } from './profiles.ts';
import type { ProgressShape } from './progressCurves.ts';
import { between, createRandom, drawSeed, integer, logBetween, pick, type Random } from './random.ts';
import type { ScheduledOperation } from './schedule.ts';

/** What is fixed about an operation; everything else is drawn. Times in µs, durations in seconds. */
export type OperationWish = {
  readonly type: KnownOperationType;
  readonly submitted: number;
  readonly id?: string;
  readonly digits?: FractionDigits;
  readonly waits?: number;
  readonly runs?: number;
  readonly batch?: BatchPlan;
  /** How its progress runs. */
  readonly shape?: ProgressShape;
  /** A finish to share with others (µs); must not lie before the drawn start, which is pulled back to it. */
  readonly finished?: number;
};

const DIGITS: readonly FractionDigits[] = [3, 3, 3, 3, 0, 6];
/** Items that a batch works off in a second, about. */
const ITEMS_PER_SECOND = 40;

/**
 * Makes one operation's schedule. From `random` it takes a seed and an ID and nothing else, so that a wish about one
 * operation does not change its neighbours.
 */
export function makeOperation(random: Random, wish: OperationWish): ScheduledOperation {
  const seed = drawSeed(random);
  const id = drawId(random);
  const own = createRandom(seed);
  const { type } = wish;
  const profile = profileOf(type);
  const digits = wish.digits ?? pick(own, DIGITS);
  const batch = wish.batch ?? (OPERATION_TYPES[type].hasLog ? drawBatch(own) : null);
  const runs = wish.runs ?? drawRun(own, profile, batch);
  const submitted = floorToDigits(wish.submitted, digits);
  const start = submitted + (wish.waits ?? logBetween(own, ...profile.waits)) * 1e6;
  const finished = floorToDigits(wish.finished ?? start + runs * 1e6, digits);
  const started = floorToDigits(Math.min(start, finished), digits);
  const outcome = batch ? batchOutcome(batch) : own() < profile.failRate ? 'FAIL' : 'SUCCESS';
  // Drawn whatever is wished, so that a wish about the shape changes nothing else.
  const drawn = pick(own, profile.shapes);
  const shape = wish.shape ?? (runs < 1 ? null : drawn);
  const reached = drawReached(own, outcome, batch);
  return {
    id: wish.id ?? id,
    type,
    seed,
    digits,
    submitted,
    started,
    finished,
    outcome,
    shape,
    reached,
    batch,
  };
}

function drawRun(random: Random, profile: Profile, batch: BatchPlan | null): number {
  const [least, most] = profile.runs;
  if (!batch) return logBetween(random, least, most);
  const seconds = (batch.total / ITEMS_PER_SECOND) * between(random, 0.6, 1.8);
  return Math.min(most, Math.max(least, seconds));
}

function drawReached(random: Random, outcome: string, batch: BatchPlan | null): number {
  if (outcome === 'SUCCESS' || batch?.cause === 'invalid') return 100;
  if (batch) return Math.floor((100 * (batch.total - batch.notValid)) / batch.total);
  return integer(random, 5, 95);
}
