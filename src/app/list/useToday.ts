import { useCallback, useSyncExternalStore } from 'react';
import { formatInstantFull, type Zone } from '../ui/format.ts';

/** How often it is looked whether a new day has begun, in ms. */
const LOOK_MS = 10_000;

/** An instant (epoch ms) of the present day in the zone; it changes once a day, so rows follow midnight. */
export function useToday(zone: Zone): number {
  const read = useCallback(() => instantOfDay(zone, Date.now()), [zone]);
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_MS);
  return () => clearInterval(timer);
}

const known = new Map<Zone, { readonly day: string; readonly at: number }>();

/** The first instant at which this day was seen: the same number all day long. */
function instantOfDay(zone: Zone, now: number): number {
  const day = formatInstantFull(now, zone).replace(/ [\d:]+$/, '');
  const last = known.get(zone);
  if (last?.day === day) return last.at;
  known.set(zone, { day, at: now });
  return now;
}
