import type { Text } from '../../../words/words.ts';
import type { ChoiceName } from './choices.ts';

type ChoiceTexts = {
  /** Names the field that narrows the options. */
  readonly find: Text;
  /** Names the options as a group. */
  readonly options: Text;
  /** Stands in place of options when none is left. */
  readonly none: Text;
  /** Names the field for a code that is no option. */
  readonly other: Text;
  /** Takes the choice away again. */
  readonly any: Text;
};

/** What the editors and offers of each choice say. */
export const CHOICE_TEXTS: Readonly<Record<ChoiceName, ChoiceTexts>> = {
  statuses: {
    find: 'Find a status',
    options: 'Any of these statuses',
    none: 'There is no such status.',
    other: 'Another status’s code',
    any: 'Any status again',
  },
  types: {
    find: 'Find a type',
    options: 'Any of these types',
    none: 'There is no such type.',
    other: 'Another type’s code',
    any: 'Any type again',
  },
};
