import { useCallback, useSyncExternalStore } from 'react';
import type { Zone } from '../ui/format.ts';
import { midnightOf } from './readyMade.ts';

/** How often it is looked whether a new day has begun, in ms: no timer survives a sleeping machine. */
const LOOK_MS = 10_000;

/** The first instant (epoch ms) of the present day in the zone; it renders anew once a day. */
export function useMidnight(zone: Zone): number {
  const read = useCallback(() => midnightOf(zone, Date.now()), [zone]);
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_MS);
  return () => clearInterval(timer);
}
