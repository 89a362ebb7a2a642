import { DEEPEST, nestsDeeper } from '../../toloka/depth.ts';
import { DecodeError, decodeOperation, type Json, type Operation } from '../../toloka/operation.ts';
import { readableJson } from '../../toloka/readableJson.ts';
import { RequestFailure } from './failure.ts';
import type { JsonAnswer } from './request.ts';

/**
 * Makes of an answer what `decode` makes of it. Throws a `RequestFailure` that holds the answer, to be shown as it is,
 * where nothing can be made of it.
 */
export function readAnswer<Value>({ value }: JsonAnswer, decode: (value: unknown) => Value): Value {
  try {
    if (nestsDeeper(value, DEEPEST)) throw new DecodeError('the answer nests too deep');
    return decode(value);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    // What was parsed from a text is JSON.
    const answer = readableJson(value as Json);
    throw new RequestFailure({ status: null, code: 'UNEXPECTED', message: `${error.message}.`, answer });
  }
}

/** Reads the answer about one operation. Throws as `readAnswer`, also when it is about another one. */
export function readOperation(answer: JsonAnswer, id: string): Operation {
  return readAnswer(answer, (value) => {
    const operation = decodeOperation(value);
    // Some systems write hexadecimal IDs in capitals.
    if (operation.id.toLowerCase() === id.toLowerCase()) return operation;
    throw new DecodeError('the answer is about another operation');
  });
}
