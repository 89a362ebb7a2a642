import type { KnownOperationStatus, KnownOperationType } from '../../toloka/vocabulary.ts';
import type { Text } from '../../words/words.ts';

/** What a sentence is about, with its ID and where there is none. It begins the sentence. */
export const SUBJECTS = {
  pool: ['Pool {id}', 'The pool'],
  training: ['Training {id}', 'The training'],
  project: ['Project {id}', 'The project'],
  responses: ['The responses in pool {id}', 'The responses'],
  tasks: ['The control tasks of pool {id}', 'The control tasks'],
} as const satisfies Record<string, readonly [named: Text, bare: Text]>;

/** The sentences about a type, by status; those of one that has a subject hold its name in braces. */
type Deed = { readonly about: keyof typeof SUBJECTS | null } & Readonly<Record<KnownOperationStatus, Text>>;

/** Whole sentences, since other languages decline, and the gender of what they are about shows in the verb. */
export const DEEDS: Readonly<Record<KnownOperationType, Deed>> = {
  'POOL.OPEN': {
    about: 'pool',
    PENDING: '{pool} is waiting to be opened.',
    RUNNING: '{pool} is being opened.',
    SUCCESS: '{pool} was opened.',
    FAIL: '{pool} could not be opened.',
  },
  'POOL.CLOSE': {
    about: 'pool',
    PENDING: '{pool} is waiting to be closed.',
    RUNNING: '{pool} is being closed.',
    SUCCESS: '{pool} was closed.',
    FAIL: '{pool} could not be closed.',
  },
  'POOL.ARCHIVE': {
    about: 'pool',
    PENDING: '{pool} is waiting to be archived.',
    RUNNING: '{pool} is being archived.',
    SUCCESS: '{pool} was archived.',
    FAIL: '{pool} could not be archived.',
  },
  'POOL.CLONE': {
    about: 'pool',
    PENDING: '{pool} is waiting to be cloned.',
    RUNNING: '{pool} is being cloned.',
    SUCCESS: '{pool} was cloned.',
    FAIL: '{pool} could not be cloned.',
  },
  'TRAINING.OPEN': {
    about: 'training',
    PENDING: '{training} is waiting to be opened.',
    RUNNING: '{training} is being opened.',
    SUCCESS: '{training} was opened.',
    FAIL: '{training} could not be opened.',
  },
  'TRAINING.CLOSE': {
    about: 'training',
    PENDING: '{training} is waiting to be closed.',
    RUNNING: '{training} is being closed.',
    SUCCESS: '{training} was closed.',
    FAIL: '{training} could not be closed.',
  },
  'TRAINING.ARCHIVE': {
    about: 'training',
    PENDING: '{training} is waiting to be archived.',
    RUNNING: '{training} is being archived.',
    SUCCESS: '{training} was archived.',
    FAIL: '{training} could not be archived.',
  },
  'TRAINING.CLONE': {
    about: 'training',
    PENDING: '{training} is waiting to be cloned.',
    RUNNING: '{training} is being cloned.',
    SUCCESS: '{training} was cloned.',
    FAIL: '{training} could not be cloned.',
  },
  'PROJECT.ARCHIVE': {
    about: 'project',
    PENDING: '{project} is waiting to be archived.',
    RUNNING: '{project} is being archived.',
    SUCCESS: '{project} was archived.',
    FAIL: '{project} could not be archived.',
  },
  'SOLUTION.AGGREGATE': {
    about: 'responses',
    PENDING: '{responses} are waiting to be aggregated.',
    RUNNING: '{responses} are being aggregated.',
    SUCCESS: '{responses} were aggregated.',
    FAIL: '{responses} could not be aggregated.',
  },
  'TASK.BATCH_CREATE': {
    about: null,
    PENDING: 'The tasks are waiting to be created.',
    RUNNING: 'The tasks are being created.',
    SUCCESS: 'The tasks were created.',
    FAIL: 'The tasks could not be created.',
  },
  'TASK_SUITE.BATCH_CREATE': {
    about: null,
    PENDING: 'The task suites are waiting to be created.',
    RUNNING: 'The task suites are being created.',
    SUCCESS: 'The task suites were created.',
    FAIL: 'The task suites could not be created.',
  },
  'USER_BONUS.BATCH_CREATE': {
    about: null,
    PENDING: 'The bonuses are waiting to be created.',
    RUNNING: 'The bonuses are being created.',
    SUCCESS: 'The bonuses were created.',
    FAIL: 'The bonuses could not be created.',
  },
  'KNOWN_SOLUTIONS.GENERATE': {
    about: 'tasks',
    PENDING: '{tasks} are waiting to be generated.',
    RUNNING: '{tasks} are being generated.',
    SUCCESS: '{tasks} were generated.',
    FAIL: '{tasks} could not be generated.',
  },
  ANALYTICS: {
    about: null,
    PENDING: 'The statistics are waiting to be computed.',
    RUNNING: 'The statistics are being computed.',
    SUCCESS: 'The statistics were computed.',
    FAIL: 'The statistics could not be computed.',
  },
  'PSEUDO.PSEUDO': {
    about: null,
    PENDING: 'The work is waiting to be done.',
    RUNNING: 'The work is being done.',
    SUCCESS: 'The work was done.',
    FAIL: 'The work could not be done.',
  },
};

/** What stands in the place of a clone's `SUCCESS` once its copy is known. */
export const COPIED = {
  pool: '{pool} was cloned; the copy is pool {copy}.',
  training: '{training} was cloned; the copy is training {copy}.',
} as const satisfies Partial<Record<keyof typeof SUBJECTS, Text>>;

/** Sentences for a type that this version does not know. */
export const PLAIN: Readonly<Record<KnownOperationStatus, Text>> = {
  PENDING: 'The operation is waiting to start.',
  RUNNING: 'The operation is running.',
  SUCCESS: 'The operation succeeded.',
  FAIL: 'The operation failed.',
};
