import { useCallback, useSyncExternalStore } from 'react';
import { onDays } from '../ui/days.ts';
import type { Zone } from '../ui/format.ts';
import { midnightOf } from './readyMade.ts';

/** The first instant (epoch ms) of the present day in the zone; it renders anew once a day. */
export function useMidnight(zone: Zone): number {
  const read = useCallback(() => midnightOf(zone, Date.now()), [zone]);
  return useSyncExternalStore(onDays, read);
}
