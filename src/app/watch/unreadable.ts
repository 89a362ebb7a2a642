import type { RequestFailure } from '../api/failure.ts';
import { environmentLabel } from '../environments.ts';
import { t } from '../../words/words.ts';

/** Whether a failure means that nothing will be learned until somebody does something: it is not asked again. */
export function isUnreadable({ needsPerson, status }: RequestFailure): boolean {
  return needsPerson || status === 404 || status === 400;
}

/** Why an operation cannot be read, in a sentence; the API's own code stands beside it. */
export function unreadableWords(failure: RequestFailure, name: string): string {
  const environment = environmentLabel(name);
  if (failure.needsPerson)
    return t('{environment} refuses the token. Its page says how to renew it.', { environment });
  if (failure.status === 404) return t('{environment} knows no operation with this ID.', { environment });
  if (failure.status === 429) return t('The API got too many requests; they are now sent more slowly.');
  return failure.message;
}
