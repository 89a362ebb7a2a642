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
import { batchStory, LOG_SAYS } from './batchSentence.ts';

/** What is going on or what came of it, in words: one sentence, and what else there is to know. */
type Story = { readonly main: string; readonly more: string | null };

/** How the sentences about a type are made: `named` goes before the subject's ID, `bare` stands where there is none. */
type Deed = { readonly named: string; readonly bare: string; readonly many: boolean; readonly done: string };

const pool = { named: 'Pool', bare: 'The pool', many: false };
const training = { named: 'Training', bare: 'The training', many: false };
const many = (bare: string, done: string): Deed => ({ named: bare, bare, many: true, done });

const DEEDS: Readonly<Record<KnownOperationType, Deed>> = {
  'POOL.OPEN': { ...pool, done: 'opened' },
  'POOL.CLOSE': { ...pool, done: 'closed' },
  'POOL.ARCHIVE': { ...pool, done: 'archived' },
  'POOL.CLONE': { ...pool, done: 'cloned' },
  'TRAINING.OPEN': { ...training, done: 'opened' },
  'TRAINING.CLOSE': { ...training, done: 'closed' },
  'TRAINING.ARCHIVE': { ...training, done: 'archived' },
  'TRAINING.CLONE': { ...training, done: 'cloned' },
  'PROJECT.ARCHIVE': { named: 'Project', bare: 'The project', many: false, done: 'archived' },
  'SOLUTION.AGGREGATE': {
    named: 'The responses in pool',
    bare: 'The responses',
    many: true,
    done: 'aggregated',
  },
  'TASK.BATCH_CREATE': many('The tasks', 'created'),
  'TASK_SUITE.BATCH_CREATE': many('The task suites', 'created'),
  'USER_BONUS.BATCH_CREATE': many('The bonuses', 'created'),
  'KNOWN_SOLUTIONS.GENERATE': {
    named: 'The control tasks of pool',
    bare: 'The control tasks',
    many: true,
    done: 'generated',
  },
  ANALYTICS: many('The statistics', 'computed'),
  'PSEUDO.PSEUDO': { named: 'The work', bare: 'The work', many: false, done: 'done' },
};

/** Sentences for a type that this version does not know. */
const PLAIN: Readonly<Record<KnownOperationStatus, string>> = {
  PENDING: 'The operation is waiting to start.',
  RUNNING: 'The operation is running.',
  SUCCESS: 'The operation succeeded.',
  FAIL: 'The operation failed.',
};

/** Tells an operation in a sentence or two. */
export function storyOf(operation: Operation): Story {
  const { status, type } = operation;
  if (!isKnownStatus(status)) return { main: newStatus(status), more: null };
  const ended = status === 'SUCCESS' || status === 'FAIL' ? batchStory(operation, status) : null;
  if (ended) return ended;
  const more = status === 'FAIL' ? whyUnknown(operation) : null;
  return { main: isKnownType(type) ? deedSentence(operation, type, status) : PLAIN[status], more };
}

function deedSentence(operation: Operation, type: KnownOperationType, status: KnownOperationStatus): string {
  const deed = DEEDS[type];
  const subject = subjectOf(operation, type);
  const what = subject === null ? deed.bare : `${deed.named} ${subject}`;
  if (status === 'PENDING') return `${what} ${deed.many ? 'are' : 'is'} waiting to be ${deed.done}.`;
  if (status === 'RUNNING') return `${what} ${deed.many ? 'are' : 'is'} being ${deed.done}.`;
  if (status === 'FAIL') return `${what} could not be ${deed.done}.`;
  const copy = cloneResult(operation);
  const result = copy === null ? '' : `; the copy is ${deed.named.toLowerCase()} ${copy}`;
  return `${what} ${deed.many ? 'were' : 'was'} ${deed.done}${result}.`;
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
  if (hasLog(operation.type) === true) return LOG_SAYS;
  const told = isJsonObject(operation.details) && Object.keys(operation.details).length > 0;
  return told ? 'What the API says about it stands under Details.' : 'The API gives no reason for it.';
}

function newStatus(status: string): string {
  return status === ''
    ? 'The API sent no status, so this page keeps asking.'
    : `This dashboard does not know the status ${status}, so it keeps asking.`;
}
