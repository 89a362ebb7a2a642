/** A change of the difference below this is the line's, not a clock's. In ms. */
const STEADY_MS = 250;

let ahead = 0;

/** Learns from an answer what time it was for the proxy (epoch ms) when it came at `now` (epoch ms by this page). */
export function noteServerTime(time: number, now: number): void {
  if (Number.isFinite(time) && Math.abs(time - now - ahead) > STEADY_MS) ahead = time - now;
}

/** How far the proxy's clock is ahead of this page's, in ms; 0 until it is known. */
export function serverAhead(): number {
  return ahead;
}
