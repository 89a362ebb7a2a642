import type { Text } from '../../words/words.ts';
import { ACTIONS, type Action } from '../actions.ts';

/** What keys do that no control of a page does. */
export type Deed = 'nextRow' | 'previousRow' | 'selectRow' | 'help';

export type Shortcut = {
  /** Pressed one after the other, as `event.key` tells them; letters small. */
  readonly keys: string;
  readonly words: Text;
  /** Does the first of its actions that the page has a control for, or a deed; what the platform does is neither. */
  readonly does: readonly Action[] | Deed | 'platform';
};

/** The keys, group by group, as the help shows them. What they do comes from here too; the palette's own is `isPaletteKey`. */
export const SHORTCUTS = [
  {
    label: 'In the list',
    rows: [
      { keys: 'j', words: 'Next row', does: 'nextRow' },
      { keys: 'k', words: 'Previous row', does: 'previousRow' },
      { keys: 'Enter', words: 'Open the row', does: 'platform' },
      { keys: 'x', words: 'Select the row', does: 'selectRow' },
      { keys: ACTIONS.previousPage, words: 'Previous page', does: ['previousPage'] },
      { keys: ACTIONS.nextPage, words: 'Next page', does: ['nextPage'] },
      { keys: ACTIONS.pause, words: 'Pause or resume updates', does: ['pause', 'resume'] },
    ],
  },
  {
    label: 'On an operation’s page',
    rows: [
      { keys: ACTIONS.previousOperation, words: 'Previous operation', does: ['previousOperation'] },
      { keys: ACTIONS.nextOperation, words: 'Next operation', does: ['nextOperation'] },
      { keys: 'j', words: 'Next item of the log', does: 'nextRow' },
      { keys: 'k', words: 'Previous item of the log', does: 'previousRow' },
      { keys: ACTIONS.copyLink, words: 'Copy link', does: ['copyLink'] },
    ],
  },
  {
    label: 'Everywhere',
    rows: [
      { keys: ACTIONS.find, words: 'Find', does: ['find'] },
      { keys: ACTIONS.refresh, words: 'Refresh', does: ['refresh'] },
      {
        keys: ACTIONS.watch,
        words: 'Watch the operation or the selected rows, or stop',
        does: ['watch', 'unwatch'],
      },
      { keys: ACTIONS.list, words: 'Go to the list', does: ['list'] },
      { keys: 'Escape', words: 'Leave a field, close what is open', does: 'platform' },
      { keys: '?', words: 'Show the keys', does: 'help' },
    ],
  },
] as const satisfies readonly { readonly label: Text; readonly rows: readonly Shortcut[] }[];

/** All keys as one list. */
export const ALL_SHORTCUTS: readonly Shortcut[] = SHORTCUTS.flatMap<Shortcut>(({ rows }) => rows);

/** How a key is written on a key cap. */
export function capOf(key: string): string {
  return CAPS[key] ?? key.toUpperCase();
}

const CAPS: Readonly<Record<string, string>> = { Enter: 'Enter', Escape: 'Esc' };
