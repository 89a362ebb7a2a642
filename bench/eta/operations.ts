import { makeOperation } from '../../src/emulator/makeOperation.ts';
import type { ProgressShape } from '../../src/emulator/progressCurves.ts';
import {
  between,
  createRandom,
  hashText,
  integer,
  logBetween,
  mix,
  type Random,
} from '../../src/emulator/random.ts';
import type { ScheduledOperation } from '../../src/emulator/schedule.ts';

/** An operation to be watched, and what is known of its type when that begins. */
export type Case = {
  readonly operation: ScheduledOperation;
  /** How long operations of its type took lately, ms. */
  readonly lately: readonly number[];
  /** When somebody opens its page, epoch ms. */
  readonly openedAt: number;
};

const SUBMITTED = Date.UTC(2026, 4, 20, 12);
/** Usual durations of types, in seconds. */
const USUAL = [5, 2400] as const;
/** Nothing takes longer, in seconds. */
const LONGEST = 3600;
/** How unlike each other the operations of one type are: standard deviation of the logarithm of their duration. */
const UNLIKE = [0.1, 0.9] as const;

/** The case at `index` of a shape: the same seed gives the same ones. */
export function drawCase(seed: number, shape: ProgressShape, index: number): Case {
  const random = createRandom(mix(seed, hashText(shape), index));
  const usual = logBetween(random, ...USUAL);
  const unlike = logBetween(random, ...UNLIKE);
  const count = random() < 0.75 ? 20 : integer(random, 0, 19);
  const lately = Array.from({ length: count }, () => 1000 * drawRun(random, usual, unlike));
  const runs = drawRun(random, usual, unlike);
  const operation = makeOperation(random, {
    type: 'TASK.BATCH_CREATE',
    submitted: SUBMITTED * 1000,
    runs,
    shape,
  });
  // Most follow the operation that they have just started; others open a link to one that runs already.
  const late = random() < 0.4 ? between(random, 0, 0.8) * (operation.finished - operation.started) : 0;
  const openedAt = (late > 0 ? operation.started + late : operation.submitted) / 1000;
  return { operation, lately, openedAt };
}

function drawRun(random: Random, usual: number, unlike: number): number {
  const stuck = random() < 0.05 ? logBetween(random, 2, 6) : 1;
  const seconds = usual * Math.exp(unlike * gauss(random)) * stuck;
  return Math.min(LONGEST, Math.max(1, seconds));
}

function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
