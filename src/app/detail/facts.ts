import { stringifyJson } from '../../toloka/stringifyJson.ts';
import { textAt } from '../../toloka/exactJson.ts';
import { ExactNumber } from '../../toloka/exactNumber.ts';
import { isJsonObject, type Json, type JsonObject, type Operation } from '../../toloka/operation.ts';
import { isSecret } from '../../toloka/secrets.ts';
import { isKnownType, OPERATION_TYPES } from '../../toloka/vocabulary.ts';
import { t, type Text } from '../../words/words.ts';

/** How a fact is drawn. `metrics` is the list of statistics that an `ANALYTICS` operation was asked for. */
type Form = 'text' | 'yesNo' | 'metrics' | 'json' | 'none' | 'secret';

/** One field of an operation's parameters or details, ready to be drawn. */
export type Fact = {
  readonly key: string;
  readonly label: string;
  /** False when `label` is the API's own key, because this version has no words for it. */
  readonly inWords: boolean;
  readonly form: Form;
  readonly value: Json;
  /** The name of a button beside it that copies it (`Copy source pool`); left out for no button. */
  readonly copyLabel?: string;
};

/** A statistic that was asked for (reference, "ANALYTICS"). */
export type Metric = { readonly name: string; readonly subject: string };

/** The parameters that have words, in the order in which they are shown. Source: API reference and toloka-kit. */
const WORDS: Readonly<Record<string, readonly [label: Text, form: 'text' | 'yesNo' | 'metrics']>> = {
  pool_id: ['Pool', 'text'],
  poolName: ['Pool name', 'text'],
  training_id: ['Training', 'text'],
  project_id: ['Project', 'text'],
  projectName: ['Project name', 'text'],
  requesterId: ['Requester', 'text'],
  skip_invalid_items: ['Skip invalid items', 'yesNo'],
  allow_defaults: ['Allow defaults', 'yesNo'],
  open_pool: ['Open the pool after', 'yesNo'],
  value: ['Metrics', 'metrics'],
  secret: ['Secret', 'text'],
};

const ORDER = Object.keys(WORDS);

/**
 * The fields of a JSON object as facts: those with words first, the others after them in the API's order. A value that
 * is no object becomes one fact; nothing at all becomes none.
 */
export function factsOf(json: Json): Fact[] {
  if (isJsonObject(json)) {
    const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
    return Object.entries(json)
      .map(([key, value]) => factOf(key, value))
      .toSorted((a, b) => rank(a.key) - rank(b.key));
  }
  if (json === null || (Array.isArray(json) && json.length === 0)) return [];
  return [{ key: '', label: t('Value'), inWords: true, form: plainForm(json), value: json }];
}

function factOf(key: string, value: Json): Fact {
  const words = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  const label = words ? t(words[0]) : key;
  const form = isSecret(key, value) ? 'secret' : (fits(words?.[1], value) ?? plainForm(value));
  return { key, label, inWords: words !== undefined, form, value };
}

/** The form that the words ask for, or null when the value is of another kind than the reference says. */
function fits(form: 'text' | 'yesNo' | 'metrics' | undefined, value: Json): Form | null {
  if (form === 'yesNo') return typeof value === 'boolean' ? form : null;
  if (form === 'metrics') return metricsOf(value) ? form : null;
  return null;
}

function plainForm(value: Json): Form {
  if (value === null) return 'none';
  if (value instanceof ExactNumber) return 'text';
  return typeof value === 'object' || value === '' ? 'json' : 'text';
}

/** Reads the statistics that were asked for; null when the value is not a list of them. */
export function metricsOf(value: Json): Metric[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const metrics = value.map(metricOf);
  return metrics.every((metric) => metric !== null) ? metrics : null;
}

function metricOf(value: Json): Metric | null {
  if (!isJsonObject(value) || typeof value['name'] !== 'string') return null;
  const subject = [value['subject'], value['subject_id']].filter(
    (part) => part !== undefined && part !== null,
  );
  return { name: value['name'], subject: subject.map(plainText).join(' ') };
}

/** An answer of an `ANALYTICS` operation: what was asked, what came out, when. `result` is undefined until it is there. */
export type Answer = {
  readonly metric: Metric;
  readonly result: Json | undefined;
  readonly finished: string | null;
};

/** The answers that an `ANALYTICS` operation will give; null when it was asked for something of another form. */
export function awaitedAnswers(parameters: Json): Answer[] | null {
  const metrics = isJsonObject(parameters) ? metricsOf(parameters['value'] ?? null) : null;
  return metrics && metrics.map((metric) => ({ metric, result: undefined, finished: null }));
}

/** Reads the answers in the details of an `ANALYTICS` operation; null when they are of another form. */
export function answersOf(details: Json): Answer[] | null {
  const value = isJsonObject(details) ? details['value'] : null;
  if (!Array.isArray(value) || value.length === 0) return null;
  const answers = value.map((each) => {
    const metric = isJsonObject(each) ? metricOf(each['request'] ?? null) : null;
    if (!metric || !isJsonObject(each)) return null;
    const finished = typeof each['finished'] === 'string' ? each['finished'] : null;
    return { metric, result: each['result'] ?? null, finished };
  });
  return answers.every((answer) => answer !== null) ? answers : null;
}

/** A JSON value in one line: a text as itself, everything else as JSON. */
export function plainText(value: Json): string {
  return typeof value === 'string' ? value : stringifyJson(value);
}

const COUNTS = ['total_count', 'valid_count', 'not_valid_count', 'success_count', 'failed_count'];

/** The details of a batch without its counts, which have a picture of their own. */
export function withoutCounts(details: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(details).filter(([key]) => !COUNTS.includes(key)));
}

/** The two ends of a clone, each with the name of the button that copies its ID. */
const CLONE_ENDS = {
  pool_id: [
    ['Source pool', 'Copy source pool'],
    ['New pool', 'Copy new pool'],
  ],
  training_id: [
    ['Source training', 'Copy source training'],
    ['New training', 'Copy new training'],
  ],
} as const satisfies Record<string, readonly (readonly [label: Text, copy: Text])[]>;

/**
 * The details of a clone operation: from which pool or training to which, which the API names by the same key. The new
 * one is null until it is there. None where the parameters name no source.
 */
export function cloneFacts({ type, parameters, details }: Operation): Fact[] {
  const key = isKnownType(type) && type.endsWith('.CLONE') ? OPERATION_TYPES[type].subject : null;
  if ((key !== 'pool_id' && key !== 'training_id') || textAt(parameters, key) === null) return [];
  const rest = isJsonObject(details) ? factsOf(details).filter((fact) => fact.key !== key) : [];
  const named = ([label, copy]: readonly [Text, Text], json: Json): Fact => {
    const fact = factOf(key, (isJsonObject(json) ? json[key] : null) ?? null);
    return { ...fact, key: label, label: t(label), ...(fact.value !== null && { copyLabel: t(copy) }) };
  };
  const [source, made] = CLONE_ENDS[key];
  return [named(source, parameters), named(made, details), ...rest];
}
