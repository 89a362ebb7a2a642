import { integer, logBetween, type Random } from './random.ts';

/** Why a batch did not take every item: some items are invalid, or it broke off half-way. */
export type BatchCause = 'none' | 'invalid' | 'broken-off';

/** What a batch operation was sent and what becomes of it. */
export type BatchPlan = {
  readonly total: number;
  readonly notValid: number;
  readonly skipInvalid: boolean;
  readonly cause: BatchCause;
};

/** The largest batch that ordinary operations hold; the named `huge-log` alone goes beyond. */
export const MAX_BATCH = 20_000;

/** Draws a batch: mostly clean, sometimes with a few invalid items, now and then one that breaks off. */
export function drawBatch(random: Random, total = Math.round(logBetween(random, 1, MAX_BATCH))): BatchPlan {
  const skipInvalid = random() < 0.6;
  const luck = random();
  if (luck < 0.72) return { total, notValid: 0, skipInvalid, cause: 'none' };
  if (luck > 0.95 && total > 1) {
    return { total, notValid: integer(random, 1, total - 1), skipInvalid, cause: 'broken-off' };
  }
  // Usually a few bad lines; sometimes the whole file has a wrong column.
  const most = random() < 0.25 ? total : Math.max(1, Math.floor(total / 20));
  return { total, notValid: integer(random, 1, most), skipInvalid, cause: 'invalid' };
}

/**
 * How it ends: one invalid item stops the whole batch unless `skip_invalid_items` is true (reference, "Create tasks");
 * with it, the batch fails when nothing is left.
 */
export function batchOutcome(plan: BatchPlan): 'SUCCESS' | 'FAIL' {
  if (plan.cause === 'none') return 'SUCCESS';
  if (plan.cause === 'broken-off') return 'FAIL';
  return plan.skipInvalid && plan.notValid < plan.total ? 'SUCCESS' : 'FAIL';
}

/** Whether nothing at all is created because of an invalid item. */
export function isStopped(plan: BatchPlan): boolean {
  return plan.cause === 'invalid' && !plan.skipInvalid;
}

/** The counts of `details`: valid + not valid = total, success + failed = total (the reference's own example). */
export function batchDetails(plan: BatchPlan): Record<string, number> {
  const { total, notValid } = plan;
  const success = isStopped(plan) ? 0 : total - notValid;
  return {
    total_count: total,
    valid_count: total - notValid,
    failed_count: total - success,
    success_count: success,
    not_valid_count: notValid,
  };
}

/** Whether the item at `index` (from 0) is invalid: exactly `notValid` of the items are, spread over the batch. */
export function isInvalid(plan: BatchPlan, index: number): boolean {
  if (plan.cause === 'broken-off') return index >= plan.total - plan.notValid;
  // A stride prime to the total visits every residue once, so the share below `notValid` is exact.
  const stride = plan.total % 7919 === 0 ? 6733 : 7919;
  return (index * stride + 3) % plan.total < plan.notValid;
}
