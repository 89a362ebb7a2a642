import { useSyncExternalStore } from 'react';
import type { ExportRun } from './exportRun.ts';

/** The export that was begun last. It goes on while other views are looked at, and ends with the tab. */
let current: ExportRun | null = null;
let unwatch: () => void = () => {};
const listeners = new Set<() => void>();

/** Makes an export the present one, in front of every view; null forgets it. */
export function setExport(run: ExportRun | null): void {
  unwatch();
  current = run;
  unwatch = run?.subscribe(tell) ?? (() => {});
  tell();
}

/** The present export. Every change of it renders again. */
export function useExport(): ExportRun | null {
  useSyncExternalStore(subscribe, () => current?.state() ?? null);
  return current;
}

function tell(): void {
  const busy = current?.state().phase === 'running';
  if (busy) window.addEventListener('beforeunload', askFirst);
  else window.removeEventListener('beforeunload', askFirst);
  for (const listener of listeners) listener();
}

/** Makes the browser ask before it closes the tab, and the export with it. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
