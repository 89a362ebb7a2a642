import { t } from '../words/words.ts';
import { isJsonObject, DecodeError, type Json, type JsonObject } from './operation.ts';

/** One reason why an item failed. `path` is the field's path as the API names it: `tasks.0.input_values.image`. */
export type LogFault = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly payload: Json;
};

/** One step of a batch operation, for one item that was sent. */
export type LogItem = {
  /** Place in the log as the API sent it, from 0. */
  readonly index: number;
  /** `TASK_VALIDATE`, `TASK_CREATE`, `USER_BONUS_PERSIST` …; open, as all codes. */
  readonly type: string;
  readonly success: boolean;
  /** The item as the requester sent it. */
  readonly input: Json;
  readonly output: Json;
  /** Why it failed; empty for successes and for failures whose output has another form. */
  readonly faults: readonly LogFault[];
};

/**
 * Reads a whole log. The reference promises an array; its own example is one object, which is read as a log of one.
 * Throws `DecodeError` for anything else.
 */
export function decodeLog(value: unknown): LogItem[] {
  if (Array.isArray(value)) return value.map(decodeLogItem);
  if (isJsonObject(value) && 'success' in value) return [decodeLogItem(value, 0)];
  throw new DecodeError(t('the log is neither an array nor a log item'));
}

/** Reads one log item; whatever is missing becomes empty. Never throws. */
export function decodeLogItem(value: unknown, index: number): LogItem {
  const source: JsonObject = isJsonObject(value) ? value : {};
  const success = source['success'] === true;
  const output = source['output'] ?? null;
  return {
    index,
    type: typeof source['type'] === 'string' ? source['type'] : '',
    success,
    input: source['input'] ?? null,
    output,
    faults: success ? [] : faultsOf(output),
  };
}

function faultsOf(output: Json): LogFault[] {
  if (!isJsonObject(output)) return [];
  return Object.entries(output).flatMap(([path, fault]) => {
    if (!isJsonObject(fault) || typeof fault['code'] !== 'string') return [];
    const message = typeof fault['message'] === 'string' ? fault['message'] : '';
    return [{ path, code: fault['code'], message, payload: fault['payload'] ?? null }];
  });
}
