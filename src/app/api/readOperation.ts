import { DecodeError, decodeOperation, type Operation } from '../../toloka/operation.ts';
import { t } from '../../words/words.ts';
import { readAnswer } from './readAnswer.ts';
import type { JsonAnswer } from './request.ts';

/** Reads the answer about one operation. Throws as `readAnswer`, also when it is about another one. */
export function readOperation(answer: JsonAnswer, id: string): Operation {
  return readAnswer(answer, (value) => {
    const operation = decodeOperation(value);
    // Some systems write hexadecimal IDs in capitals.
    if (operation.id.toLowerCase() === id.toLowerCase()) return operation;
    throw new DecodeError(t('the answer is about another operation'));
  });
}
