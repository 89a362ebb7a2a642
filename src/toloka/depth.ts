import { ExactNumber } from './exactNumber.ts';

/** Deeper than any honest answer, and far from where functions that call themselves run out of room. */
export const DEEPEST = 100;

/** Whether a JSON value has arrays or objects within each other on more than `levels` levels. */
export function nestsDeeper(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null || json instanceof ExactNumber) return false;
  if (levels === 0) return true;
  // A loop, and nothing called for what holds nothing: each answer goes through here before its rows are drawn.
  for (const member of Object.values(json))
    if (typeof member === 'object' && nestsDeeper(member, levels - 1)) return true;
  return false;
}
