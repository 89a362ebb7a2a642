import { KNOWN_TYPES, OPERATION_TYPES, type KnownOperationType } from '../toloka/vocabulary.ts';
import type { ProgressShape } from './progressCurves.ts';
import { between, pick, type Random } from './random.ts';

/** How operations of a type behave: how common, how long, how often they fail, how they tell their progress. */
export type Profile = {
  readonly weight: number;
  /** Seconds from submitted to started: [least, most]. */
  readonly waits: readonly [number, number];
  /** Seconds from started to finished: [least, most]; short ones are more common. */
  readonly runs: readonly [number, number];
  /** Share that fails, where no batch decides it. */
  readonly failRate: number;
  /** Null stands for "tells no progress". */
  readonly shapes: readonly (ProgressShape | null)[];
};

const QUICK: Profile = {
  weight: 4,
  waits: [0.05, 2],
  runs: [0.3, 6],
  failRate: 0.03,
  shapes: [null, null, 'steady'],
};
const COPY: Profile = {
  weight: 3,
  waits: [0.2, 5],
  runs: [2, 60],
  failRate: 0.06,
  shapes: ['steady', 'slowStart', null],
};
const BATCH: Profile = {
  weight: 14,
  waits: [0.2, 40],
  runs: [0.5, 600],
  failRate: 0,
  shapes: ['steady', 'bursts', 'slowStart', 'stall', 'fastFinish'],
};
const HEAVY: Profile = { ...BATCH, weight: 4, runs: [10, 600], failRate: 0.08 };

/** Types that behave unlike their group; every other one follows from the vocabulary's own facts. */
const PROFILES: { readonly [Type in KnownOperationType]?: Profile } = {
  'POOL.OPEN': { ...QUICK, weight: 16, failRate: 0.08 },
  'POOL.CLOSE': { ...QUICK, weight: 15 },
  'POOL.CLONE': { ...COPY, weight: 6 },
  'SOLUTION.AGGREGATE': { ...HEAVY, weight: 7 },
  'TASK_SUITE.BATCH_CREATE': { ...BATCH, weight: 18 },
  'USER_BONUS.BATCH_CREATE': { ...BATCH, weight: 7 },
  'KNOWN_SOLUTIONS.GENERATE': { ...HEAVY, weight: 2 },
  'TRAINING.CLONE': COPY,
  ANALYTICS: HEAVY,
};

/** The profile of a type; a type new to the vocabulary gets one by whether it has a log. */
export function profileOf(type: KnownOperationType): Profile {
  return PROFILES[type] ?? (OPERATION_TYPES[type].hasLog ? BATCH : QUICK);
}

/** The types that the server itself can answer with. */
export const SERVER_TYPES = KNOWN_TYPES.filter((type) => OPERATION_TYPES[type].fromServer);

const TOTAL_WEIGHT = SERVER_TYPES.reduce((sum, type) => sum + profileOf(type).weight, 0);

/** Draws a type, common ones more often. */
export function drawType(random: Random): KnownOperationType {
  let place = between(random, 0, TOTAL_WEIGHT);
  for (const type of SERVER_TYPES) {
    place -= profileOf(type).weight;
    if (place < 0) return type;
  }
  return pick(random, SERVER_TYPES);
}
