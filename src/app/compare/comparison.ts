import { stringifyJson } from '../../toloka/stringifyJson.ts';
import type { Json, Operation } from '../../toloka/operation.ts';
import { compareUtc } from '../../toloka/timeOrder.ts';
import type { Text } from '../../words/words.ts';
import { flattenJson, mergeOrders, type Place } from './flatten.ts';
import { sameLength, spansOf, type Span } from './spans.ts';

/** What one operation says to one fact. */
export type Cell =
  | Place
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'span'; readonly span: Span }
  /** The operation says nothing to it. */
  | { readonly kind: 'missing' }
  /** Nothing is known of the operation (yet). */
  | { readonly kind: 'unknown' };

/** The groups of facts, in the order in which they are shown: what was asked, what came of it, how long it took. */
export const GROUPS = [
  'Parameters',
  'Details',
  'Durations',
  'Status and times',
  'Other fields',
] as const satisfies readonly Text[];
export type Group = (typeof GROUPS)[number];

/** What a fact goes by: a word for people or, where `isPath`, the API's own path. */
type FactName =
  { readonly isPath: false; readonly name: Text } | { readonly isPath: true; readonly name: string };

/** One fact, as each of the operations has it. */
export type FactRow = FactName & {
  /** Unique within a comparison, and the same at each reading. */
  readonly key: string;
  readonly group: Group;
  readonly cells: readonly Cell[];
  /** Whether those operations that are known do not agree. */
  readonly differs: boolean;
};

const OWN_FIELDS = new Set([
  'id',
  'type',
  'status',
  'submitted',
  'started',
  'finished',
  'progress',
  'parameters',
  'details',
]);

/** Puts operations side by side, fact by fact; null is one of which nothing is known. The IDs are not a fact: they name. */
export function compareOperations(operations: readonly (Operation | null)[]): FactRow[] {
  const facts = <Found>(read: (operation: Operation) => Found | null, cell: (found: Found) => Cell) =>
    operations.map((operation): Cell => {
      if (!operation) return { kind: 'unknown' };
      const found = read(operation);
      return found === null ? { kind: 'missing' } : cell(found);
    });
  const json = (value: Json): Cell => ({ kind: 'json', value });
  const time = (at: string): Cell => ({ kind: 'time', at });
  const span = (each: Span): Cell => ({ kind: 'span', span: each });
  const row = (group: Group, name: Text, cells: readonly Cell[]) =>
    rowOf(group, { isPath: false, name }, cells);
  const rows = [
    ...pathRows('Parameters', operations, ({ parameters }) => parameters),
    ...pathRows('Details', operations, ({ details }) => details),
    row(
      'Durations',
      'Waited',
      facts((each) => spansOf(each).waited, span),
    ),
    row(
      'Durations',
      'Ran',
      facts((each) => spansOf(each).ran, span),
    ),
    row(
      'Durations',
      'Total',
      facts((each) => spansOf(each).total, span),
    ),
    row(
      'Status and times',
      'Type',
      facts(({ type }) => type || null, json),
    ),
    row(
      'Status and times',
      'Status',
      facts(({ status }) => status || null, json),
    ),
    row(
      'Status and times',
      'Progress',
      facts(({ progress }) => (progress === null ? null : `${progress}%`), json),
    ),
    row(
      'Status and times',
      'Submitted',
      facts(({ submitted }) => submitted, time),
    ),
    row(
      'Status and times',
      'Started',
      facts(({ started }) => started, time),
    ),
    row(
      'Status and times',
      'Finished',
      facts(({ finished }) => finished, time),
    ),
    ...pathRows('Other fields', operations, otherFields),
  ];
  return rows.filter(({ cells }) => cells.some(saysSomething));
}

/** A fact that no operation says anything to is none, and that there is more below is told by what is below. */
function saysSomething({ kind }: Cell): boolean {
  return kind !== 'missing' && kind !== 'unknown' && kind !== 'deeper';
}

function otherFields({ raw }: Operation): Json {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !OWN_FIELDS.has(name)));
}

function pathRows(
  group: Group,
  operations: readonly (Operation | null)[],
  read: (operation: Operation) => Json,
): FactRow[] {
  const flat = operations.map((operation) => operation && flattenJson(nothingIfEmpty(read(operation))));
  const paths = mergeOrders(flat.map((places) => [...(places?.keys() ?? [])]));
  return paths.map((path) =>
    rowOf(
      group,
      { isPath: true, name: path },
      flat.map((places) => (places ? (places.get(path) ?? { kind: 'missing' }) : { kind: 'unknown' })),
    ),
  );
}

/** `{}` as a whole says no more than nothing: `details` are the one or the other before the end. */
function nothingIfEmpty(json: Json): Json {
  return stringifyJson(json) === '{}' ? null : json;
}

function rowOf(group: Group, fact: FactName, cells: readonly Cell[]): FactRow {
  const known = cells.filter(({ kind }) => kind !== 'unknown');
  const [first, ...others] = known;
  const differs = first !== undefined && others.some((cell) => !sameCell(first, cell));
  return { ...fact, key: `${group} ${fact.name}`, group, cells, differs };
}

/** Whether two operations agree on a fact. A duration that still grows agrees with none. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a.kind === 'span' && b.kind === 'span')
    return a.span.kind === 'past' && b.span.kind === 'past' && sameLength(a.span.ms, b.span.ms);
  if (a.kind === 'time' && b.kind === 'time') return compareUtc(a.at, b.at) === 0;
  if (a.kind === 'deeper' && b.kind === 'deeper') return a.of === b.of;
  if ((a.kind === 'json' || a.kind === 'secret') && a.kind === b.kind)
    return stringifyJson(a.value) === stringifyJson(b.value);
  return a.kind === b.kind;
}
