/** Whether somebody has this tab before them: it is in sight, and the window is the one that is worked in. */
export function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** Whether no part of this tab is in sight. */
export function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}

/** Calls `listener` whenever either may have changed; returns how to stop that. */
export function onLook(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
  };
}
