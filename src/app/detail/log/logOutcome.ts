import { membersAt, stringOf } from '../../../toloka/jsonText.ts';
import type { LogItem } from '../../../toloka/logItem.ts';
import { t, type Text } from '../../../words/words.ts';
import { preview } from './itemText.ts';

/** The steps of a batch in words: [when it went well, when it failed]. Source: API reference, "Operation log". */
const STEPS: Readonly<Record<string, readonly [good: Text, bad: Text]>> = {
  TASK_VALIDATE: ['Task valid', 'Task not valid'],
  TASK_CREATE: ['Task created', 'Task not created'],
  TASK_SUITE_VALIDATE: ['Task suite valid', 'Task suite not valid'],
  TASK_SUITE_CREATE: ['Task suite created', 'Task suite not created'],
  USER_BONUS_VALIDATE: ['Bonus valid', 'Bonus not valid'],
  USER_BONUS_PERSIST: ['Bonus created', 'Bonus not created'],
};

/** What a step did: `Task created`; a step that this version does not know is its own name. */
export function outcomeWord({ type, success }: LogItem): string {
  const words = Object.hasOwn(STEPS, type) ? STEPS[type] : undefined;
  if (words) return t(words[success ? 0 : 1]);
  return type || (success ? t('Succeeded') : t('Failed'));
}

/** What came out of a step: the new object's ID where that is all, else the beginning of its JSON. */
export function resultOf(output: string | null): string {
  if (output === null) return '';
  // Masked before it is looked at, so that a lone secret stays one.
  const text = preview(output);
  if (!output.startsWith('{') || text.endsWith('…')) return text.startsWith('"') ? plain(text) : text;
  const [only, ...others] = membersAt(text).values();
  if (!only || others.length > 0) return text;
  const value = text.slice(only.start, only.end);
  return /^[[{]/.test(value) ? text : plain(value);
}

/** A string without its quotes, any other value as it is written. */
function plain(token: string): string {
  return /^".*"$/s.test(token) ? stringOf(token) : token;
}
