import { DEEPEST, nestsDeeper } from '../../toloka/depth.ts';
import { DecodeError, type Json } from '../../toloka/operation.ts';
import { t } from '../../words/words.ts';
import { RequestFailure } from './failure.ts';
import type { JsonAnswer } from './request.ts';

/**
 * Makes of an answer what `decode` makes of it. Throws a `RequestFailure` that holds the answer, to be shown as it is,
 * where nothing can be made of it.
 */
export function readAnswer<Value>({ value }: JsonAnswer, decode: (value: unknown) => Value): Value {
  try {
    if (nestsDeeper(value, DEEPEST)) throw new DecodeError(t('the answer nests too deep'));
    return decode(value);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    // What was parsed from a text is JSON.
    const answer = value as Json;
    throw new RequestFailure({ status: null, code: 'UNEXPECTED', message: `${error.message}.`, answer });
  }
}
