import { isJsonObject, type Json } from './operation.ts';

/**
 * The counts in a batch operation's `details`. They overlap: `success + failed = total`, and `notValid` is "of which"
 * (the reference's own example: total 2, valid 0, not valid 2, success 0, failed 2).
 */
export type BatchCounts = {
  readonly total: number;
  readonly valid: number | null;
  readonly notValid: number | null;
  readonly success: number | null;
  readonly failed: number | null;
  /** Whether the server's numbers agree with each other; when false, show them as sent and say so. */
  readonly consistent: boolean;
};

/** Reads the counts of `details`; null when there is no `total_count`, as for every type that is no batch. */
export function decodeBatchCounts(details: Json): BatchCounts | null {
  if (!isJsonObject(details)) return null;
  const total = count(details['total_count']);
  if (total === null) return null;
  const valid = count(details['valid_count']);
  const notValid = count(details['not_valid_count']);
  const success = count(details['success_count']);
  const failed = count(details['failed_count']);
  const adds = (a: number | null, b: number | null) => a === null || b === null || a + b === total;
  const within = [valid, notValid, success, failed].every((part) => part === null || part <= total);
  const consistent = within && adds(valid, notValid) && adds(success, failed);
  return { total, valid, notValid, success, failed, consistent };
}

function count(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
