import { createContext, memo, use, useState } from 'react';
import { t } from '../../../words/words.ts';
import { Later } from '../../ui/Later.tsx';
import { PopoverChip, type ChipTone } from '../../ui/PopoverChip.tsx';
import { loadParts } from '../later.ts';
import { attributeLabel, type Attribute } from './attributes.ts';
import type { EditorProps } from './editor.ts';

/** A search as shown, and how to change it. */
export type Editing = Pick<EditorProps, 'search' | 'commit'> & {
  /** Takes away what an attribute is set to. */
  readonly remove: (attribute: Attribute) => void;
};

/** What the chips within change. */
export const EditingContext = createContext<Editing | null>(null);

/**
 * One attribute of a list's search as a chip that opens its editor. Renders when its own words change: what is picked in one
 * renders no other. Only a chip that is open, or can be taken away, needs the search itself.
 */
export const FilterChip = memo(function FilterChip({
  attribute,
  words,
  details,
  tone,
}: {
  attribute: Attribute;
  words: string;
  details: string;
  tone: ChipTone;
}) {
  const [open, setOpen] = useState(false);
  const editing = open || tone === 'set' ? use(EditingContext) : null;
  const label = attributeLabel(attribute);
  return (
    <PopoverChip
      label={label}
      words={words}
      details={details}
      tone={tone}
      panelLabel={attribute === 'sort' ? t('Sort order') : t('{attribute} filter', { attribute: label })}
      open={open}
      onOpenChange={setOpen}
      onRemove={() => editing?.remove(attribute)}
    >
      {(close) =>
        editing && (
          <Later load={loadParts}>
            {({ PARTS: { AttributeEditor } }) => (
              <AttributeEditor
                attribute={attribute}
                search={editing.search}
                commit={editing.commit}
                close={close}
              />
            )}
          </Later>
        )
      }
    </PopoverChip>
  );
});
