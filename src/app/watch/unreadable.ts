import type { RequestFailure } from '../api/failure.ts';
import { environmentLabel } from '../environments.ts';

/** Whether a failure means that nothing will be learned until somebody does something: it is not asked again. */
export function isUnreadable({ needsPerson, status }: RequestFailure): boolean {
  return needsPerson || status === 404 || status === 400;
}

/** Why an operation cannot be read, in a sentence; the API's own code stands beside it. */
export function unreadableWords(failure: RequestFailure, environment: string): string {
  const place = environmentLabel(environment);
  if (failure.needsPerson) return `${place} refuses the token. Its page says how to renew it.`;
  if (failure.status === 404) return `${place} knows no operation with this ID.`;
  if (failure.status === 429) return 'Too much was asked of the API; it is asked again more slowly.';
  return failure.message;
}
