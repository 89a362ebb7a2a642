/** So near to the top of the page that one still looks at the first rows, in px. */
const TOP_PX = 4;

/**
 * Whether somebody watches the top of the page and touches nothing: not scrolled, no pointer, focus, selected text or
 * checked row in `area`, nothing open over the page. Only then may rows move by themselves.
 */
export function isUntouched(area: Element): boolean {
  const selection = document.getSelection();
  const selected = selection !== null && !selection.isCollapsed && selection.containsNode(area, true);
  return (
    document.visibilityState === 'visible' &&
    window.scrollY <= TOP_PX &&
    !area.matches(':hover') &&
    // A focus that cannot be seen is that of a mouse, as after a click and the way back: it holds no row in its place.
    area.querySelector(':focus-visible') === null &&
    !selected &&
    area.querySelector('tbody :checked') === null &&
    document.querySelector(':popover-open, dialog[open]') === null
  );
}
