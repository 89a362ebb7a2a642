import { makeOperation } from './makeOperation.ts';
import { drawType } from './profiles.ts';
import { between, createRandom, integer, mix, type Random } from './random.ts';
import type { ScheduledOperation } from './schedule.ts';

const HOUR_US = 3_600_000_000;
const DAY_US = 24 * HOUR_US;

/** The largest block of one `submitted`, in a store of 5,000 or more. */
export const LARGEST_BLOCK = 700;

/** Smaller blocks of one `submitted`: [size, age in hours]. */
const SMALL_BLOCKS = [
  [2, 1],
  [3, 5],
  [2, 9],
  [40, 30],
  [5, 52],
  [12, 75],
  [8, 130],
  [20, 400],
  [4, 700],
] as const;

/** How many operations one script closed so that all ended in the same instant. */
const EQUAL_FINISH = 60;

/**
 * The past: `count` operations submitted over `days` days before `end` (µs), all finished before it, in no order. Busy
 * in working hours. With room for them (2,000 and more) there are blocks of equal timestamps, as scripts make them:
 * one of 700 task-suite uploads from 5,000 operations on, several small ones, and one of an equal `finished`.
 */
export function history(seed: number, end: number, days: number, count: number): ScheduledOperation[] {
  const random = createRandom(mix(seed, 0x417));
  const operations = count < 2000 ? [] : blocks(random, end, days, count);
  while (operations.length < count) {
    const submitted = workingHour(random, end, days);
    operations.push(makeOperation(random, { type: drawType(random), submitted }));
  }
  return operations;
}

function blocks(random: Random, end: number, days: number, count: number): ScheduledOperation[] {
  const operations: ScheduledOperation[] = [];
  const block = (size: number, ageHours: number, type = drawType(random)) => {
    // One fraction form for all, or the shorter ones would be cut to another instant.
    const submitted = end - ageHours * HOUR_US + integer(random, 0, 999_999);
    for (let index = 0; index < size; index += 1) {
      operations.push(makeOperation(random, { type, submitted, digits: 3 }));
    }
  };
  block(Math.min(LARGEST_BLOCK, Math.floor(count * 0.15)), days * 24 * 0.15, 'TASK_SUITE.BATCH_CREATE');
  for (const [size, age] of SMALL_BLOCKS) if (age < days * 24) block(size, age);
  const finished = end - 3.5 * HOUR_US;
  for (let index = 0; index < EQUAL_FINISH; index += 1) {
    const submitted = finished - between(random, 5, 60) * 1e6;
    operations.push(makeOperation(random, { type: 'POOL.CLOSE', submitted, finished, digits: 3 }));
  }
  return operations;
}

/** An instant of the last `days` days; at night (UTC) a quarter as likely. */
function workingHour(random: Random, end: number, days: number): number {
  for (;;) {
    const at = Math.floor(end - between(random, 0.01, Math.max(0.02, days - 0.02)) * DAY_US);
    const hour = new Date(at / 1000).getUTCHours();
    if ((hour >= 6 && hour < 20) || random() < 0.25) return at;
  }
}
