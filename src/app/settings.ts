import { useSyncExternalStore } from 'react';

/** Taste, kept on this machine. Nothing here may ever change which rows a URL shows. */
export type Settings = { readonly zone: 'local' | 'utc' };

const KEY = 'toloka-operations:settings';
const DEFAULTS: Settings = { zone: 'local' };
const listeners = new Set<() => void>();
let current = read();

/** The settings and a way to change them; every component that uses them follows a change. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  return [useSyncExternalStore(subscribe, snapshot, snapshot), change];
}

function snapshot(): Settings {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(update: Partial<Settings>): void {
  current = { ...current, ...update };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Storage is full or blocked: the choice still holds for this tab, which is all that taste needs.
  }
  for (const listener of listeners) listener();
}

function read(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const zone = typeof stored === 'object' && stored !== null && 'zone' in stored ? stored.zone : null;
    return zone === 'utc' || zone === 'local' ? { zone } : DEFAULTS;
  } catch {
    // Blocked storage or a value of another program's: the defaults are as good.
    return DEFAULTS;
  }
}
