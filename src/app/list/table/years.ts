import type { Operation } from '../../../toloka/operation.ts';

/** A day and a bit, in ms: so close to a year's end, zones disagree about the year. */
const NEAR_MS = 100_000_000;

/**
 * Whether any time of these operations may be shown with its year, being of another one than `today` (epoch ms): such
 * times need wider columns.
 */
export function showsYears(operations: readonly Operation[], today: number): boolean {
  const years = [today - NEAR_MS, today + NEAR_MS].map((at) => String(new Date(at).getUTCFullYear()));
  return operations.some(({ submitted, started, finished }) =>
    [submitted, started, finished].some(
      (time) => time !== null && years.some((year) => !time.startsWith(year)),
    ),
  );
}
