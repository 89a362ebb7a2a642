import { takeKeys } from '../earlyKey.ts';
import { settings } from '../settings.ts';
import { doAction, isCovered, isTyping, selectRow, stepRow } from './controls.ts';
import { isApple, isPaletteKey, singleKey } from './keyPress.ts';
import { ALL_SHORTCUTS, type Deed, type Shortcut } from './shortcuts.ts';

/** How long the second of two keys may take, in ms. */
const SECOND_KEY_MS = 1500;

/** What keys open, which is nothing of the page's own. */
export type Opens = { readonly palette: () => void; readonly help: () => void };

/**
 * Listens for the keys of `SHORTCUTS` and the palette's. Single keys do nothing where somebody types, while something is open
 * over the page, and where they are switched off; one that has nothing to do is left to the browser. Returns what ends it.
 */
export function listenForKeys(open: Opens): () => void {
  let opened = false;
  const palette = () => {
    opened = true;
    open.palette();
  };
  const deeds: Readonly<Record<Deed, () => boolean>> = {
    nextRow: () => stepRow(1),
    previousRow: () => stepRow(-1),
    selectRow,
    help: () => {
      opened = true;
      open.help();
      return true;
    },
  };
  const apple = isApple();
  let before: { readonly key: string; readonly at: number } | null = null;
  /** The field that a key led into last, and where one was before. */
  let entered: { readonly field: Element | null; readonly from: Element | null } | null = null;

  const act = ({ does }: Shortcut): boolean => {
    if (does === 'platform') return false;
    return typeof does === 'string' ? deeds[does]() : does.some(doAction);
  };
  const listen = (event: Event): void => {
    // A browser that fills in a form by itself sends a keydown that tells no key.
    if (!(event instanceof KeyboardEvent)) return;
    if (isPaletteKey(event, apple)) {
      event.preventDefault();
      if (!event.repeat) palette();
      return;
    }
    const key = singleKey(event);
    if (key === null || event.defaultPrevented || !settings().keys) return;
    // Asked first, since it costs the least and each key counts while somebody types.
    if (isTyping(event.target)) {
      const { target } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (key === 'Escape' && isField && !isCovered())
        leaveField(target, entered?.field === target ? entered.from : null);
      return;
    }
    if (isCovered()) return;
    const typed = before && event.timeStamp - before.at < SECOND_KEY_MS ? `${before.key} ${key}` : key;
    before = null;
    const paired = ALL_SHORTCUTS.filter(({ keys }) => keys === typed);
    if (paired.length === 0 && ALL_SHORTCUTS.some(({ keys }) => keys.startsWith(`${key} `))) {
      before = { key, at: event.timeStamp };
      return;
    }
    const fitting = paired.length > 0 ? paired : ALL_SHORTCUTS.filter(({ keys }) => keys === key);
    const focused = document.activeElement;
    if (!fitting.some((shortcut) => (!event.repeat || isStep(shortcut)) && act(shortcut))) return;
    event.preventDefault();
    const field = document.activeElement;
    if (isTyping(field)) entered = { field, from: focused };
  };
  document.addEventListener('keydown', listen);
  catchUp(takeKeys(), listen, () => opened);
  return () => document.removeEventListener('keydown', listen);
}

/**
 * Does what was pressed before anybody listened: keys by `listen`, and Enter on what they have given the focus to, until one
 * leads into a field or has opened something (`hasOpened`), which is not drawn yet: what was typed next was meant for that.
 */
function catchUp(
  events: readonly KeyboardEvent[],
  listen: (event: Event) => void,
  hasOpened: () => boolean,
): void {
  const begun = document.activeElement;
  for (const event of events) {
    const focused = document.activeElement;
    if (isTyping(focused) || hasOpened()) return;
    const opens = event.key === 'Enter' && focused !== begun && focused instanceof HTMLAnchorElement;
    if (opens && singleKey(event)) focused.click();
    else listen(event);
  }
}

/** Held down, a key steps through rows and does nothing else again and again. */
function isStep({ does }: Shortcut): boolean {
  return does === 'nextRow' || does === 'previousRow';
}

/** Out of a field, to where one was before a key led into it. */
function leaveField(field: HTMLElement, before: Element | null): void {
  field.blur();
  if (before instanceof HTMLElement && before.isConnected && before !== document.body)
    before.focus({ preventScroll: true });
}
