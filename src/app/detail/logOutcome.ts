import type { LogItem } from '../../toloka/logItem.ts';
import { isJsonObject, type Json } from '../../toloka/operation.ts';
import { plainText } from './facts.ts';

/** The steps of a batch in words: [when it went well, when it failed]. Source: API reference, "Operation log". */
const STEPS: Readonly<Record<string, readonly [good: string, bad: string]>> = {
  TASK_VALIDATE: ['Task valid', 'Task not valid'],
  TASK_CREATE: ['Task created', 'Task not created'],
  TASK_SUITE_VALIDATE: ['Task suite valid', 'Task suite not valid'],
  TASK_SUITE_CREATE: ['Task suite created', 'Task suite not created'],
  USER_BONUS_VALIDATE: ['Bonus valid', 'Bonus not valid'],
  USER_BONUS_PERSIST: ['Bonus created', 'Bonus not created'],
};

/** What a step did and what came out of it: the new object's ID where that is all, else the output as JSON. */
export function outcomeOf(item: LogItem, output: Json): { readonly word: string; readonly result: string } {
  const words = Object.hasOwn(STEPS, item.type) ? STEPS[item.type] : undefined;
  const word = words?.[item.success ? 0 : 1] ?? (item.type || (item.success ? 'Succeeded' : 'Failed'));
  return { word, result: resultOf(output) };
}

function resultOf(output: Json): string {
  if (output === null) return '';
  const values = isJsonObject(output) ? Object.values(output) : [output];
  const [only] = values;
  return values.length === 1 && only !== undefined && typeof only !== 'object'
    ? plainText(only)
    : JSON.stringify(output);
}
