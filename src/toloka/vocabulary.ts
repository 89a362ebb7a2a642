import { t, type Text } from '../words/words.ts';

/**
 * The API's vocabulary as data. Every list of types, statuses or sort keys in the project loops over these
 * tables; a new operation type, status or sort key is one row here. Source of every row: the public reference's
 * pages "Get the list of operations" and "Get operation details", and toloka-kit 1.2.
 */

type OperationTypeFacts = {
  /** What the operation does, for people. */
  readonly label: Text;
  /** Whether `/operations/{id}/log` can answer for it: only for the three batch types (API reference). */
  readonly hasLog: boolean;
  /** The parameter that names what the operation works on, if one does. */
  readonly subject: 'pool_id' | 'training_id' | 'project_id' | null;
  /** Whether the API itself can return it. `PSEUDO.PSEUDO` exists in clients only. */
  readonly fromServer: boolean;
};

/** Every operation type that the reference or an official client names. The API may add more without notice. */
export const OPERATION_TYPES = {
  'POOL.OPEN': { label: 'Opening a pool', hasLog: false, subject: 'pool_id', fromServer: true },
  'POOL.CLOSE': { label: 'Closing a pool', hasLog: false, subject: 'pool_id', fromServer: true },
  'POOL.ARCHIVE': { label: 'Archiving a pool', hasLog: false, subject: 'pool_id', fromServer: true },
  'POOL.CLONE': { label: 'Cloning a pool', hasLog: false, subject: 'pool_id', fromServer: true },
  'TRAINING.OPEN': { label: 'Opening a training', hasLog: false, subject: 'training_id', fromServer: true },
  'TRAINING.CLOSE': { label: 'Closing a training', hasLog: false, subject: 'training_id', fromServer: true },
  'TRAINING.ARCHIVE': {
    label: 'Archiving a training',
    hasLog: false,
    subject: 'training_id',
    fromServer: true,
  },
  'TRAINING.CLONE': { label: 'Cloning a training', hasLog: false, subject: 'training_id', fromServer: true },
  'PROJECT.ARCHIVE': { label: 'Archiving a project', hasLog: false, subject: 'project_id', fromServer: true },
  'SOLUTION.AGGREGATE': {
    label: 'Aggregating responses',
    hasLog: false,
    subject: 'pool_id',
    fromServer: true,
  },
  'TASK.BATCH_CREATE': { label: 'Uploading tasks', hasLog: true, subject: null, fromServer: true },
  'TASK_SUITE.BATCH_CREATE': {
    label: 'Uploading task suites',
    hasLog: true,
    subject: null,
    fromServer: true,
  },
  'USER_BONUS.BATCH_CREATE': { label: 'Issuing bonuses', hasLog: true, subject: null, fromServer: true },
  'KNOWN_SOLUTIONS.GENERATE': {
    label: 'Generating control tasks',
    hasLog: false,
    subject: 'pool_id',
    fromServer: true,
  },
  ANALYTICS: { label: 'Computing statistics', hasLog: false, subject: null, fromServer: true },
  'PSEUDO.PSEUDO': { label: 'Done at once', hasLog: false, subject: null, fromServer: false },
} as const satisfies Record<string, OperationTypeFacts>;

type OperationStatusFacts = {
  readonly label: Text;
  /** A terminal operation never changes again. */
  readonly terminal: boolean;
};

/** `PENDING` → `RUNNING` → `SUCCESS` or `FAIL`; the last two are terminal. */
export const OPERATION_STATUSES = {
  PENDING: { label: 'Pending', terminal: false },
  RUNNING: { label: 'Running', terminal: false },
  SUCCESS: { label: 'Succeeded', terminal: true },
  FAIL: { label: 'Failed', terminal: true },
} as const satisfies Record<string, OperationStatusFacts>;

export type KnownOperationType = keyof typeof OPERATION_TYPES;
export type KnownOperationStatus = keyof typeof OPERATION_STATUSES;
/** A type as the API sends it: an unknown one is shown and sent back as it is. */
export type OperationType = KnownOperationType | (string & {});
/** A status as the API sends it; both official clients keep this enum open. */
export type OperationStatus = KnownOperationStatus | (string & {});

export const KNOWN_TYPES = Object.keys(OPERATION_TYPES) as KnownOperationType[];
export const KNOWN_STATUSES = Object.keys(OPERATION_STATUSES) as KnownOperationStatus[];

/** Narrows a code to a type that this version knows. */
export function isKnownType(code: string): code is KnownOperationType {
  return Object.hasOwn(OPERATION_TYPES, code);
}

/** Narrows a code to a status that this version knows. */
export function isKnownStatus(code: string): code is KnownOperationStatus {
  return Object.hasOwn(OPERATION_STATUSES, code);
}

/** The type in the reader's words; an unknown type is its own name. */
export function typeLabel(code: OperationType): string {
  return isKnownType(code) ? t(OPERATION_TYPES[code].label) : code;
}

/** The status in the reader's words; an unknown status is its own name. */
export function statusLabel(code: OperationStatus): string {
  return isKnownStatus(code) ? t(OPERATION_STATUSES[code].label) : code;
}

/** Whether the operation will never change again. An unknown status counts as not terminal (API facts). */
export function isTerminal(status: OperationStatus): boolean {
  return isKnownStatus(status) && OPERATION_STATUSES[status].terminal;
}

/** Whether asking for a log makes sense: true for the batch types, false for other known ones, null if unknown. */
export function hasLog(type: OperationType): boolean | null {
  return isKnownType(type) ? OPERATION_TYPES[type].hasLog : null;
}

/**
 * Whether a text looks like one of the API's codes (`POOL.OPEN`, `FAIL`), so that a type or status newer than this
 * version can be asked for.
 */
export function looksLikeCode(text: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:[._][A-Z0-9]+)*$/.test(text) && text.length <= 64;
}
