import { decodeBatchCounts } from '../toloka/batchCounts.ts';
import { textAt } from '../toloka/exactJson.ts';
import { isJsonObject, type Json, type Operation } from '../toloka/operation.ts';
import {
  isKnownStatus,
  isKnownType,
  OPERATION_TYPES,
  type KnownOperationStatus,
  type OperationStatus,
} from '../toloka/vocabulary.ts';
import { plural, t, type Text } from '../words/words.ts';
import { formatCount } from './ui/format.ts';
import type { Tone } from './ui/StatusBadge.tsx';

const TONES: Readonly<Record<KnownOperationStatus, Tone>> = {
  PENDING: 'pending',
  RUNNING: 'running',
  SUCCESS: 'success',
  FAIL: 'fail',
};

/** How a status looks; one that this version does not know looks unknown. */
export function statusTone(status: OperationStatus): Tone {
  return isKnownStatus(status) ? TONES[status] : 'unknown';
}

const SUBJECT_WORDS = {
  pool_id: 'pool {id}',
  training_id: 'training {id}',
  project_id: 'project {id}',
} as const satisfies Record<string, Text>;

/**
 * What an operation is about or what came of it, in a few words for one line: `2 of 2 items not valid`,
 * `pool 1080020 → 1080077`, `3 metrics`; empty when the answer holds nothing of the kind.
 */
export function operationSummary(operation: Operation): string {
  return countsInWords(operation) ?? subjectInWords(operation) ?? metricsInWords(operation.parameters) ?? '';
}

function countsInWords(operation: Operation): string | null {
  const counts = decodeBatchCounts(operation.details);
  if (!counts) return null;
  const total = formatCount(counts.total);
  if (counts.notValid)
    return t('{count} of {total} items not valid', { count: formatCount(counts.notValid), total });
  if (counts.failed)
    return t('{count} of {total} items failed', { count: formatCount(counts.failed), total });
  if (counts.success === counts.total) return plural(counts.total, '{n} item', '{n} items');
  if (counts.success === null) return plural(counts.total, '{n} items', '{n} items');
  return t('{count} of {total} items', { count: formatCount(counts.success), total });
}

function subjectInWords(operation: Operation): string | null {
  const key = isKnownType(operation.type) ? OPERATION_TYPES[operation.type].subject : null;
  if (!key) return null;
  const source = textAt(operation.parameters, key);
  if (source === null) return null;
  const result = operation.type.endsWith('.CLONE') ? textAt(operation.details, key) : null;
  return t(SUBJECT_WORDS[key], { id: result === null ? source : `${source} → ${result}` });
}

function metricsInWords(parameters: Json): string | null {
  const value = isJsonObject(parameters) ? parameters['value'] : null;
  if (!Array.isArray(value)) return null;
  return plural(value.length, '{n} metric', '{n} metrics');
}
