import { maskSecretsInText } from '../../../toloka/answerText.ts';
import { membersAt } from '../../../toloka/jsonText.ts';
import { causeKey, causePath } from '../../../toloka/log/causes.ts';
import { decodeLogItem, type LogFault, type LogItem } from '../../../toloka/logItem.ts';
import type { LogEntry } from '../../api/log/logSession.ts';

/** One log item, read for drawing: what it says, and the exact texts of its parts. */
export type ItemReading = {
  readonly number: number;
  readonly item: LogItem;
  /** What was sent and what came of it, as the server wrote them; null where there is nothing. */
  readonly input: string | null;
  readonly output: string | null;
  /** The whole item, for one that is no object and so has no parts. */
  readonly whole: string;
  /** Whether it is JSON at all, and so can be looked into. */
  readonly valid: boolean;
};

/** Reads one entry of a log. Never throws: what is no JSON is shown as the text that it is. */
export function readEntry({ number, text }: LogEntry): ItemReading {
  const value = parsed(text);
  const members = value === undefined ? null : membersAt(text);
  const part = (key: string) => {
    const span = members?.get(key);
    const slice = span ? text.slice(span.start, span.end) : 'null';
    return slice === 'null' ? null : slice;
  };
  return {
    number,
    item: decodeLogItem(value, number - 1),
    input: part('input'),
    output: part('output'),
    whole: text,
    valid: value !== undefined,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A server's mistake inside of one item must not hide the others.
    return undefined;
  }
}

/** The same JSON text with its secrets masked; what is no JSON holds none that could be told. */
export function maskedText(reading: ItemReading, text: string): string {
  return reading.valid ? maskSecretsInText(text) : text;
}

/** Whether a secret stands in an item anywhere. */
export function itemHoldsSecret(reading: ItemReading): boolean {
  return maskedText(reading, reading.whole) !== reading.whole;
}

/** The exact text of a fault's payload; null when it has none. */
export function payloadText(output: string | null, path: string): string | null {
  if (output === null) return null;
  const fault = membersAt(output).get(path);
  if (!fault) return null;
  const payload = membersAt(output, fault.start).get('payload');
  const text = payload ? output.slice(payload.start, payload.end) : 'null';
  return text === 'null' ? null : text;
}

/** The parts of an item that tell it from the others of its batch, which nearly all begin with the same pool. */
const TELLING = ['input_values', 'tasks'];

/** The exact text of what tells an item from the others: a task's values, a suite's tasks, else all that was sent. */
export function tellingPart(input: string | null): string | null {
  if (input === null) return null;
  const members = membersAt(input);
  const span = TELLING.map((key) => members.get(key)).find((each) => each !== undefined);
  return span ? input.slice(span.start, span.end) : input;
}

/** The fault to name in a closed row: the one that the list is filtered by, else the first. */
export function faultToName({ item }: ItemReading, cause: string | null): LogFault | undefined {
  const chosen = item.faults.find(
    ({ path, code, message }) => causeKey(causePath(path, item.input), code, message) === cause,
  );
  return chosen ?? item.faults[0];
}

/** Longest text that stands in a closed row, which shows its beginning only. */
const PREVIEW = 240;

/** The beginning of a text, for a row of one line. Secrets are masked: nobody has asked for them there. */
export function preview(json: string | null): string {
  if (json === null) return '';
  const masked = maskSecretsInText(json);
  return masked.length > PREVIEW ? `${masked.slice(0, PREVIEW)}…` : masked;
}
