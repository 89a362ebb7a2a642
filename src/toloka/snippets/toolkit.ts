import { t } from '../../words/words.ts';
import { BOUND_PARAMETERS, RANGE_FIELDS } from '../filters.ts';
import type { ListQuery } from '../listSearch.ts';
import type { Question } from '../paging/answers.ts';
import { formatOrder } from '../sort.ts';
import { firstQuestions, notes, type ApiAddress } from './streams.ts';

/** A text as a Python string, whatever it holds: the escapes of JSON mean the same to Python. */
export function pythonString(text: string): string {
  return JSON.stringify(text);
}

/**
 * A view as calls of toloka-kit's `TolokaClient.find_operations` (1.2.3: `search_requests.OperationSearchRequest`),
 * one a stream, with the same order, bounds and size as the app's own requests. The token comes from the variable
 * TOLOKA_TOKEN. Relative dates are resolved at `now` (epoch ms), and a comment says so.
 */
export function toolkitCallOf(query: ListQuery, address: ApiAddress, now: number): string {
  const questions = firstQuestions(query, now);
  const calls = questions.map((question) => `toloka_client.find_operations(${argumentsOf(question)})`);
  const dated = calls.some((call) => call.includes('datetime.fromisoformat('));
  const [only = ''] = calls;
  return [
    ...clientLines(address, dated),
    ...[...notes(query, questions.length, now), ...cutNotes(questions)].map((note) => `# ${note}`),
    ...(calls.length === 1
      ? [`operations = ${only}.items`]
      : [
          'results = [',
          ...calls.map((call) => `    ${call},`),
          ']',
          'operations = [operation for result in results for operation in result.items]',
        ]),
    '',
  ].join('\n');
}

/** The lines that make `toloka_client`; `dated` where what follows needs `datetime`. */
export function clientLines(address: ApiAddress, dated: boolean): string[] {
  return [
    // toloka-kit wants a token in any case; the app's own server takes no notice of it.
    ...(address.token ? ['import os'] : []),
    ...(dated ? ['from datetime import datetime'] : []),
    ...(address.token || dated ? [''] : []),
    'from toloka.client import TolokaClient',
    '',
    `toloka_client = TolokaClient(${address.token ? 'os.environ["TOLOKA_TOKEN"]' : '"none"'}, url=${pythonString(address.base)})`,
  ];
}

function argumentsOf(question: Question): string {
  const { scope, keys, id, limit } = question;
  const sort = formatOrder({ keys, id: id ?? 'asc' }).split(',');
  return [
    ...(scope.type === null ? [] : [`type=${pythonString(scope.type)}`]),
    ...(scope.status === null ? [] : [`status=${pythonString(scope.status)}`]),
    ...[...BOUND_PARAMETERS.values()].flatMap(({ name, field }) => {
      const value = scope.bounds[name];
      if (value === undefined) return [];
      return [`${name}=${RANGE_FIELDS[field].kind === 'time' ? pythonTime(value) : pythonString(value)}`];
    }),
    `sort=[${sort.map(pythonString).join(', ')}]`,
    `limit=${limit}`,
  ].join(', ');
}

/** toloka-kit takes a datetime without a zone for UTC. Before Python 3.11 a fraction must have 3 or 6 digits. */
function pythonTime(date: string): string {
  const [whole = '', fraction] = date.split('.');
  const text = fraction === undefined ? whole : `${whole}.${fraction.padEnd(6, '0').slice(0, 6)}`;
  return `datetime.fromisoformat(${pythonString(text)})`;
}

/** Python's times end at microseconds; a bound that is finer cannot be handed over whole. */
function cutNotes(questions: readonly Question[]): string[] {
  const bounds = questions[0]?.scope.bounds ?? {};
  return [...BOUND_PARAMETERS.values()]
    .filter(({ name, field }) => RANGE_FIELDS[field].kind === 'time' && /\.\d{7}/.test(bounds[name] ?? ''))
    .map(({ name }) => t('{name} is cut to microseconds, the finest that datetime can hold.', { name }));
}
