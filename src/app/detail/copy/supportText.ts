import { decodeBatchCounts } from '../../../toloka/batchCounts.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { ENVIRONMENTS, isEnvironmentName } from '../../../toloka/environments.ts';
import { isSecretKey } from '../../../toloka/secrets.ts';
import { formatUtc } from '../../../toloka/time.ts';
import {
  hasLog,
  isKnownStatus,
  isKnownType,
  OPERATION_STATUSES,
  OPERATION_TYPES,
} from '../../../toloka/vocabulary.ts';
import { ENGLISH, translate, type Text } from '../../../words/words.ts';
import type { LogReading } from '../../api/log/logSession.ts';
import type { Disbelief } from '../../api/readings.ts';
import type { FailedRequest } from '../../api/requestIds.ts';

/** What is known of an operation when somebody asks others about it. */
export type SupportFacts = {
  readonly link: string;
  readonly environment: string;
  readonly id: string;
  /** Null where it could not be read. */
  readonly operation: Operation | null;
  /** When it was read, epoch ms. */
  readonly readAt: number | null;
  readonly disbelief: Disbelief | null;
  /** Null where the log was not read. */
  readonly log: Pick<LogReading, 'phase' | 'items' | 'causes' | 'causeCount' | 'failure'> | null;
  /** Newest first. */
  readonly failedRequests: readonly FailedRequest[];
};

/** How many causes are named. */
const TOP = 3;
/** Fields of a person: what the API says about their values may quote them. */
const PERSONAL = /(?:^|\.)(?:user_id|private_comment)$/;

/**
 * A text for Toloka's support or a colleague, in English, since support reads it: which operation, what came of it, and which requests failed. Times are
 * UTC, as the API wrote them. No parameter and no item of the log is in it, so no secret and no personal field is.
 */
export function supportText(facts: SupportFacts): string {
  const { link, environment, id, operation, disbelief } = facts;
  const readAt = disbelief?.keptAt ?? facts.readAt;
  return [
    `Link: ${link}`,
    `Environment: ${isEnvironmentName(environment) ? english(ENVIRONMENTS[environment].label) : environment}`,
    `Operation: ${id}`,
    ...(operation ? operationLines(operation) : ['It could not be read.']),
    ...(operation ? causeLines(operation, facts.log) : []),
    ...disbeliefLines(disbelief),
    ...requestLines(facts),
    ...(operation && readAt !== null ? [`Read: ${utc(readAt)}`] : []),
    '',
  ].join('\n');
}

function operationLines(operation: Operation): string[] {
  const { type, status, submitted, started, finished, progress } = operation;
  const counts = decodeBatchCounts(operation.details);
  const parts = [
    ['total', counts?.total],
    ['created', counts?.success],
    ['not created', counts?.failed],
    ['valid', counts?.valid],
    ['not valid', counts?.notValid],
  ] as const;
  const told = parts.flatMap(([name, count]) => (typeof count === 'number' ? [`${name} ${count}`] : []));
  return [
    `Type: ${isKnownType(type) ? `${english(OPERATION_TYPES[type].label)} (${type})` : type || 'Operation without a type'}`,
    `Status: ${isKnownStatus(status) ? `${english(OPERATION_STATUSES[status].label)} (${status})` : status || 'No status sent'}`,
    ...(progress === null ? [] : [`Progress: ${progress}%`]),
    `Submitted: ${apiTime(submitted)}`,
    `Started: ${apiTime(started)}`,
    `Finished: ${apiTime(finished)}`,
    ...(told.length > 0 ? [`Items: ${told.join(', ')}`] : []),
  ];
}

const english = (text: Text) => translate(ENGLISH, text);

function causeLines(operation: Operation, log: SupportFacts['log']): string[] {
  if (hasLog(operation.type) !== true && !log) return [];
  if (!log || log.phase === 'failed')
    return operation.status === 'FAIL' ? ['Causes: the log was not read'] : [];
  if (log.causes.length === 0) return [];
  const part = log.phase === 'complete' ? '' : `, as far as the log was read (${log.items} items)`;
  const rest = log.causeCount - Math.min(TOP, log.causes.length);
  return [
    `Causes${part}:`,
    ...log.causes.slice(0, TOP).map(({ path, code, message, count, first }) => {
      const quoted = isPrivate(path) || message === '' ? '' : ` ${JSON.stringify(message)}`;
      return `- ${count} ${count === 1 ? 'item' : 'items'}: ${path} ${code}${quoted}, first item ${first}`;
    }),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
}

function isPrivate(path: string): boolean {
  return PERSONAL.test(path) || path.split('.').some(isSecretKey);
}

function disbeliefLines(disbelief: Disbelief | null): string[] {
  if (!disbelief) return [];
  return [
    `Since then the API answered: status ${disbelief.answer.status || '(none)'} at ${utc(disbelief.at)}`,
  ];
}

function requestLines({ failedRequests, log }: SupportFacts): string[] {
  const known = new Set(failedRequests.map(({ requestId }) => requestId));
  const ofLog = log?.failure?.requestId;
  const lines = [
    ...failedRequests.map(({ requestId, code, at }) => `- ${requestId} (${code}) at ${utc(at)}`),
    ...(ofLog && !known.has(ofLog) ? [`- ${ofLog} (${log.failure?.code ?? ''}), reading the log`] : []),
  ];
  return lines.length > 0 ? ['Failed requests (request_id):', ...lines] : [];
}

function apiTime(text: string | null): string {
  return text === null ? '–' : `${text} UTC`;
}

function utc(ms: number): string {
  return `${formatUtc(ms)} UTC`;
}
