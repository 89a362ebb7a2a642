/** How often it is looked whether a new day has begun, in ms: no timer survives a sleeping machine. */
const LOOK_MS = 10_000;

/** Calls `listener` often enough for it to see that a new day has begun. Returns how to stop. */
export function onDays(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_MS);
  return () => clearInterval(timer);
}
