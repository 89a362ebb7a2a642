import { useCallback, useSyncExternalStore } from 'react';
import { onDays } from '../ui/days.ts';
import { formatInstantFull, type Zone } from '../ui/format.ts';

/** An instant (epoch ms) of the present day in the zone; it changes once a day, so rows follow midnight. */
export function useToday(zone: Zone): number {
  const read = useCallback(() => instantOfDay(zone, Date.now()), [zone]);
  return useSyncExternalStore(onDays, read);
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
