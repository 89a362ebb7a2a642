import { useEffect, useSyncExternalStore } from 'react';
import type { LogView } from '../../api/log/logSession.ts';
import type { OpenView } from './viewSwitch.ts';

/** Sees to it that the entries from `from` up to `to` (not included) are at hand; renders when they have come. */
export function useEntries({ pages }: OpenView, view: LogView, from: number, to: number): void {
  const version = useSyncExternalStore(pages.subscribe, pages.version);
  useEffect(() => pages.want(from, to), [pages, view.matches, version, from, to]);
}
