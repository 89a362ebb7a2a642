import type { Language } from '../../../words/languages.ts';
import type { Text } from '../../../words/words.ts';
import type { Action } from '../../actions.ts';
import type { Settings } from '../../settings.ts';

/** What is done when an entry is chosen. */
export type Act =
  | { readonly kind: 'go'; readonly href: string }
  | { readonly kind: 'press'; readonly action: Action }
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  | { readonly kind: 'language'; readonly language: Language | null }
  | { readonly kind: 'copy'; readonly text: () => string }
  | { readonly kind: 'help' }
  /** Nothing can be done; the entry says why. */
  | { readonly kind: 'none' };

export type Entry = {
  /** Told apart by it; it stays the same from language to language. */
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** Other names that it is found by: codes of the API. */
  readonly also?: readonly string[];
  /** What stands at the line's end: its key, its environment. */
  readonly note?: string;
  readonly act: Act;
};

/** The groups in their order. */
export const GROUPS = {
  paste: 'What you entered',
  here: 'On this page',
  views: 'Views',
  watched: 'Watching',
  filters: 'Filters',
  pages: 'Pages',
  taste: 'Preferences',
} as const satisfies Record<string, Text>;

export type Group = keyof typeof GROUPS;
