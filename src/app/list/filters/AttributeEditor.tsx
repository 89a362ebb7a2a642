import type { ReactNode } from 'react';
import { RANGE_FIELDS, type RangeField } from '../../../toloka/filters.ts';
import { isChoice, type Attribute } from './attributes.ts';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import type { EditorProps } from './editor.ts';
import { IdRangeEditor } from './IdRangeEditor.tsx';
import { SortEditor } from './SortEditor.tsx';
import { TimeRangeEditor } from './TimeRangeEditor.tsx';

/** A new kind of range is a compile error here until it has its editor. */
const RANGE_EDITORS: Readonly<
  Record<(typeof RANGE_FIELDS)[RangeField]['kind'], (props: EditorProps & { field: RangeField }) => ReactNode>
> = { time: TimeRangeEditor, id: IdRangeEditor };

/** The editor of an attribute, by what kind of attribute it is. */
export function AttributeEditor({ attribute, ...props }: EditorProps & { attribute: Attribute }) {
  if (attribute === 'sort') return <SortEditor {...props} />;
  if (isChoice(attribute)) return <ChoiceEditor name={attribute} {...props} />;
  const RangeEditor = RANGE_EDITORS[RANGE_FIELDS[attribute].kind];
  return <RangeEditor field={attribute} {...props} />;
}
