import { isJsonObject } from './operation.ts';

/** Deeper than any honest answer, and far from where functions that call themselves run out of room. */
export const DEEPEST = 100;

/** Whether a JSON value has arrays or objects within each other on more than `levels` levels. */
export function nestsDeeper(json: unknown, levels: number): boolean {
  if (Array.isArray(json)) return levels === 0 || json.some((item) => nestsDeeper(item, levels - 1));
  if (!isJsonObject(json)) return false;
  return levels === 0 || Object.values(json).some((member) => nestsDeeper(member, levels - 1));
}
