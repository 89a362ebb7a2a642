import type { Action } from '../actions.ts';

let awaited: Element | null = null;

/**
 * For an action whose control is about to be drawn: its place carries `data-awaits` with the action's name until then. Calls
 * `act` once that place has gone, unless another action is awaited by then. False where none is about to come.
 */
export function awaitControl(action: Action, act: () => unknown): boolean {
  const place = document.querySelector(`[data-awaits="${action}"]`);
  if (!place) return false;
  awaited = place;
  const look = () => {
    if (awaited !== place) return;
    if (place.isConnected) {
      requestAnimationFrame(look);
      return;
    }
    awaited = null;
    act();
  };
  requestAnimationFrame(look);
  return true;
}
