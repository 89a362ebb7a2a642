import { isOperationId } from '../../../toloka/endpoints.ts';
import {
  BOUND_NAMES,
  boundParameter,
  RANGE_FIELDS,
  type Bound,
  type BoundParameter,
  type RangeField,
} from '../../../toloka/filters.ts';
import { t, type Text } from '../../../words/words.ts';
import { boundParametersOf, omitBounds, type Bounds } from './boundNames.ts';

/** What stands in the fields of an ID range's form. */
export type IdDraft = Readonly<Record<Bound, string>>;
export type IdEdit =
  | { readonly bounds: Bounds; readonly replaced: readonly BoundParameter[] }
  | { readonly faults: Readonly<Partial<Record<Bound, string>>> };

const FIELD_LABELS = {
  gt: '{field} after (>)',
  gte: '{field} from (≥)',
  lt: '{field} before (<)',
  lte: '{field} to (≤)',
} as const satisfies Record<Bound, Text>;

const NO_ID =
  'No operation can have this ID: 1 to 128 letters, digits and . _ ~ - are possible.' satisfies Text;

/** The name of a bound's field: `ID after (>)`. */
export function idFieldLabel(field: RangeField, bound: Bound): string {
  return t(FIELD_LABELS[bound], { field: t(RANGE_FIELDS[field].label) });
}

/** What the form's fields show for a query. */
export function idDraftOf(field: RangeField, bounds: Bounds): IdDraft {
  const text = (bound: Bound) => bounds[boundParameter(field, bound)] ?? '';
  return Object.fromEntries(BOUND_NAMES.map((bound) => [bound, text(bound)])) as IdDraft;
}

/**
 * The bounds after the form is applied; an empty field is no bound, and blanks around a pasted ID do not count. Only
 * the parameters whose fields were changed are `replaced`: the faults of the others are nobody's answer.
 */
export function applyIdDraft(field: RangeField, bounds: Bounds, draft: IdDraft): IdEdit {
  const next: Partial<Record<BoundParameter, string>> = { ...omitBounds(bounds, boundParametersOf(field)) };
  const faults: Partial<Record<Bound, string>> = {};
  for (const bound of BOUND_NAMES) {
    const text = draft[bound].trim();
    if (text === '') continue;
    if (isOperationId(text)) next[boundParameter(field, bound)] = text;
    else faults[bound] = t(NO_ID);
  }
  const initial = idDraftOf(field, bounds);
  const replaced = BOUND_NAMES.filter((bound) => draft[bound] !== initial[bound]).map((bound) =>
    boundParameter(field, bound),
  );
  return Object.keys(faults).length > 0 ? { faults } : { bounds: next, replaced };
}
