/**
 * Keeps the click that the present press ends with from what lies beneath, where the press has closed what lay over it: under
 * a finger that click looks for its place only when the finger is lifted. `isSpent` is asked then.
 */
export function spendPress(isSpent: () => boolean = () => true): void {
  const spend = (event: MouseEvent) => {
    // That of a key, or of a script, has no press.
    if (event.detail === 0 || !isSpent()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', spend, { capture: true, once: true });
  // A press that became a scroll has no click: it must not cost the next one.
  addEventListener('pointerdown', () => removeEventListener('click', spend, { capture: true }), {
    capture: true,
    once: true,
  });
}
