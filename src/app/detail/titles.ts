import type { Operation } from '../../toloka/operation.ts';
import { isTerminal, statusLabel, typeLabel } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';

/** The type for a heading; an operation whose type was not sent still needs a name. */
export function headingOf(operation: Operation): string {
  return typeLabel(operation.type) || t('Operation without a type');
}

/** The status as a word; one that was not sent says so. */
export function statusWord(operation: Operation): string {
  return statusLabel(operation.status) || t('No status sent');
}

/** The window's title, what matters first: `47% Uploading tasks · Demo`, `Failed: Uploading tasks · Demo`. */
export function windowTitle(operation: Operation, environment: string): string {
  const { progress, status } = operation;
  const state = progress !== null && !isTerminal(status) ? `${progress}%` : `${statusWord(operation)}:`;
  return `${state} ${headingOf(operation)} · ${environment}`;
}
