import { readableJson } from '../../toloka/readableJson.ts';
import type { RequestFailure } from './failure.ts';

const texts = new WeakMap<RequestFailure, string>();

/** What came where it was JSON that nothing could be made of, laid out, its secrets masked; null for other failures. */
export function readableAnswer(failure: RequestFailure): string | null {
  if (failure.answer === undefined) return null;
  const text = texts.get(failure) ?? readableJson(failure.answer);
  texts.set(failure, text);
  return text;
}
