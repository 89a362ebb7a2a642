import { textAt } from '../../toloka/exactJson.ts';
import { isJsonObject, type Operation } from '../../toloka/operation.ts';
import {
  hasLog,
  isKnownStatus,
  isKnownType,
  OPERATION_TYPES,
  type KnownOperationStatus,
  type KnownOperationType,
} from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { batchStory, LOG_SAYS } from './batchSentence.ts';
import { COPIED, DEEDS, PLAIN, SUBJECTS } from './deeds.ts';

/** What is going on or what came of it, in words: one sentence, and what else there is to know. */
type Story = { readonly main: string; readonly more: string | null };

/** Tells an operation in a sentence or two. */
export function storyOf(operation: Operation): Story {
  const { status, type } = operation;
  if (!isKnownStatus(status)) return { main: newStatus(status), more: null };
  const ended = status === 'SUCCESS' || status === 'FAIL' ? batchStory(operation, status) : null;
  if (ended) return ended;
  const more = status === 'FAIL' ? whyUnknown(operation) : null;
  return { main: isKnownType(type) ? deedSentence(operation, type, status) : t(PLAIN[status]), more };
}

function deedSentence(operation: Operation, type: KnownOperationType, status: KnownOperationStatus): string {
  const { about, [status]: text } = DEEDS[type];
  if (about === null) return t(text);
  const id = subjectOf(operation, type);
  const [named, bare] = SUBJECTS[about];
  const subject = id === null ? t(bare) : t(named, { id });
  const copy = status === 'SUCCESS' ? cloneResult(operation) : null;
  return copy !== null && (about === 'pool' || about === 'training')
    ? t(COPIED[about], { [about]: subject, copy })
    : t(text, { [about]: subject });
}

function subjectOf(operation: Operation, type: KnownOperationType): string | null {
  const key = OPERATION_TYPES[type].subject;
  return key ? textAt(operation.parameters, key) : null;
}

/** The ID of what a clone operation made, once it is there. */
export function cloneResult(operation: Operation): string | null {
  const { type, details } = operation;
  if (!isKnownType(type) || !type.endsWith('.CLONE')) return null;
  return textAt(details, OPERATION_TYPES[type].subject ?? '');
}

function whyUnknown(operation: Operation): string {
  if (hasLog(operation.type) === true) return t(LOG_SAYS);
  const told = isJsonObject(operation.details) && Object.keys(operation.details).length > 0;
  return told ? t('What the API says about it is under Details.') : t('The API gives no reason for it.');
}

function newStatus(status: string): string {
  return status === ''
    ? t('The API sent no status, so this page keeps asking.')
    : t('This dashboard does not know the status {status}, so it keeps asking.', { status });
}
