import { t } from '../words/words.ts';
import { useSetting } from './settings.ts';

/**
 * What a page's controls do that a key or the palette can do as well, by name, with the key if there is one. Who acts presses
 * the control that carries the name (`keys/controls.ts`): so keys and palette offer exactly what the page offers, and a
 * page knows nothing of either.
 */
export const ACTIONS = {
  find: '/',
  list: 'g l',
  refresh: 'r',
  pause: 'p',
  resume: 'p',
  previousPage: '[',
  nextPage: ']',
  previousOperation: '[',
  nextOperation: ']',
  watch: 'w',
  unwatch: 'w',
  copyLink: 'c',
  copyId: null,
  copyAs: null,
  compareWith: null,
  export: null,
  share: null,
  columns: null,
} as const satisfies Record<string, string | null>;

export type Action = keyof typeof ACTIONS;

/** What a control carries that does something by name. Its accessible name stays its own. */
export type ActionProps = {
  readonly 'data-action': Action;
  readonly 'aria-keyshortcuts': string | undefined;
  readonly title: string | undefined;
};

/**
 * The attributes of the control that does `action`: spread into it. Its title tells the key, below what else it has to tell
 * (`title`), unless keys are switched off.
 */
export function useAction(action: Action, title?: string): ActionProps {
  const keys = useSetting('keys');
  const key = keys ? ACTIONS[action]?.toUpperCase() : undefined;
  const told = key && [title, t('Shortcut: {key}', { key })].filter(Boolean).join('\n');
  return {
    'data-action': action,
    // Only single keys have a form there; two in a row are told by the title alone.
    'aria-keyshortcuts': key?.includes(' ') ? undefined : key,
    title: told ?? title,
  };
}
