import type { Zone } from './format.ts';

/** Minutes that a zone's clocks are ahead of UTC at an instant (epoch ms). */
export type OffsetAt = (ms: number) => number;

/** The offset of a zone that times are shown in. */
export function offsetOf(zone: Zone): OffsetAt {
  return zone === 'utc' ? () => 0 : (ms) => -new Date(ms).getTimezoneOffset();
}
