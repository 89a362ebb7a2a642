import type { Text } from '../words/words.ts';

/**
 * What the list can be filtered and sorted by. The parameter names are built from field × bound and spelled nowhere
 * else: URL codec, request, filter bar, emulator and tests loop over these tables.
 */

type RangeFieldFacts = {
  readonly label: Text;
  readonly kind: 'id' | 'time';
  readonly sortable: boolean;
  /** How the two directions read, for people: [ascending, descending]. */
  readonly order: readonly [Text, Text];
};

/** The fields that take bounds and can be sorted by (reference: "Standard query parameters", `sort`). */
export const RANGE_FIELDS = {
  submitted: { label: 'Submitted', kind: 'time', sortable: true, order: ['oldest first', 'newest first'] },
  finished: { label: 'Finished', kind: 'time', sortable: true, order: ['oldest first', 'newest first'] },
  id: { label: 'ID', kind: 'id', sortable: true, order: ['ascending', 'descending'] },
} as const satisfies Record<string, RangeFieldFacts>;

type BoundFacts = {
  readonly side: 'lower' | 'upper';
  readonly inclusive: boolean;
  readonly sign: string;
};

/** The four bounds. `side` tells which end of the range, `inclusive` whether the value itself belongs to it. */
export const BOUNDS = {
  gt: { side: 'lower', inclusive: false, sign: '>' },
  gte: { side: 'lower', inclusive: true, sign: '≥' },
  lt: { side: 'upper', inclusive: false, sign: '<' },
  lte: { side: 'upper', inclusive: true, sign: '≤' },
} as const satisfies Record<string, BoundFacts>;

export type RangeField = keyof typeof RANGE_FIELDS;
export type Bound = keyof typeof BOUNDS;
/** `submitted_gte` and its eleven siblings. */
export type BoundParameter = `${RangeField}_${Bound}`;
export type SortField = RangeField;
export type SortDirection = 'asc' | 'desc';
export type SortKey = { readonly field: SortField; readonly direction: SortDirection };

export const RANGE_FIELD_NAMES = Object.keys(RANGE_FIELDS) as RangeField[];
export const BOUND_NAMES = Object.keys(BOUNDS) as Bound[];

/** The API parameter of a field's bound: `boundParameter('id', 'gt')` is `id_gt`. */
export function boundParameter(field: RangeField, bound: Bound): BoundParameter {
  return `${field}_${bound}`;
}

/** The twelve bound parameters, taken apart, in the order in which URLs list them. */
export const BOUND_PARAMETERS: ReadonlyMap<
  string,
  { field: RangeField; bound: Bound; name: BoundParameter }
> = new Map(
  RANGE_FIELD_NAMES.flatMap((field) =>
    BOUND_NAMES.map((bound) => {
      const name = boundParameter(field, bound);
      return [name, { field, bound, name }] as const;
    }),
  ),
);

/** Every parameter that the list's endpoint takes. The proxy forwards these and nothing else. */
export const LIST_PARAMETERS: readonly string[] = [
  'type',
  'status',
  ...BOUND_PARAMETERS.keys(),
  'sort',
  'limit',
];

/** The reference says at most 300 rows a request; toloka-kit's text says 500. Never more than 300 is asked for. */
export const MAX_LIMIT = 300;
/** What the API answers when `limit` is left out. */
export const DEFAULT_LIMIT = 50;
/** What the app sorts by when the URL says nothing: newest first. */
export const DEFAULT_SORT: readonly SortKey[] = [{ field: 'submitted', direction: 'desc' }];
