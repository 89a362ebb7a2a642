import type { Action } from '../actions.ts';
import { awaitControl } from './awaited.ts';

/** The controls of the page that carry an action and can be used, in the order of the document. */
function controlsOf(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) =>
      !element.matches(':disabled, [aria-disabled="true"]') &&
      element.checkVisibility({ checkVisibilityCSS: true }),
  );
}

/** The actions that the page has a control for at the moment. */
export function actionsHere(): ReadonlySet<Action> {
  return new Set(controlsOf('[data-action]').map(({ dataset }) => dataset['action'] as Action));
}

/**
 * Does an action by its control: presses it, or puts the focus into it where it is a field. Where several do the same the
 * last counts, since a page's own way to the list comes after the header's. One that is about to come is waited for. False
 * where there is none.
 */
export function doAction(action: Action): boolean {
  const control = controlsOf(`[data-action="${action}"]`).at(-1);
  if (!control) return awaitControl(action, () => !isCovered() && doAction(action));
  if (control instanceof HTMLInputElement) {
    control.focus();
    control.select();
    return true;
  }
  // A row that another page replaces would take the focus with it.
  if (control instanceof HTMLAnchorElement && rowAt(document.activeElement)) {
    control.focus({ preventScroll: true });
  }
  control.click();
  return true;
}

/** What holds a row: of a table, or of a list. */
const ROW = ':is(tr, li):has([data-row])';

function rowAt(element: Element | null): Element | null {
  return element?.closest(ROW) ?? null;
}

/** Moves the focus to the link of the next row (1) or the one before (-1), from the first or last in sight. */
export function stepRow(step: 1 | -1): boolean {
  const links = controlsOf('[data-row]');
  const here = rowAt(document.activeElement);
  const at = here ? links.findIndex((link) => here.contains(link)) : -1;
  const inSight = links.filter((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
  const next = at < 0 ? (inSight.at(step > 0 ? 0 : -1) ?? links[0]) : links[at + step];
  if (!next) return false;
  next.focus({ preventScroll: true });
  (next.closest(ROW) ?? next).scrollIntoView({ block: 'nearest' });
  return true;
}

/** Selects the row that has the focus, or no longer. */
export function selectRow(): boolean {
  const box = rowAt(document.activeElement)?.querySelector('input[type="checkbox"]');
  if (!(box instanceof HTMLInputElement)) return false;
  box.click();
  return true;
}

/** Whether keys belong to what has the focus: somebody types, or picks from a list by its first letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field =
    'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';
  if (target.matches(field) || target.closest('[role="menu"], [role="listbox"]')) return true;
  // Asked last: for this the browser has to style the page.
  return target.isContentEditable;
}

/** Whether something is open over the page, which then has the keys for itself. */
export function isCovered(): boolean {
  const over = ':popover-open:not([popover="hint"], [popover="manual"]), dialog[open]';
  return document.querySelector(over) !== null;
}
