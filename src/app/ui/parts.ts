import { useCallback, useEffect, useSyncExternalStore } from 'react';

/** Fetches the code of a part of the app; one function for the part's whole life. */
type Load<Part extends object> = () => Promise<Part>;

const fetched = new Map<Load<object>, object>();
const listeners = new Set<() => void>();
/** Parts to fetch while the browser has nothing better to do, in the order in which they were named. */
const queue: Load<object>[] = [];
/** Parts that somebody needs without asking for them: they are tried until they come. */
const vitals = new Set<Load<object>>();
let begun = false;

/** Fetches a part's code; those that wait for it hear of it. Rejects when it does not come. */
export async function fetchPart(load: Load<object>): Promise<void> {
  if (fetched.has(load)) return;
  fetched.set(load, await load());
  for (const listener of listeners) listener();
}

/** A part's code, null until it has come. Does not ask for it. */
export function useFetched<Part extends object>(load: Load<Part>): Part | null {
  const read = useCallback(() => (fetched.get(load) as Part | undefined) ?? null, [load]);
  return useSyncExternalStore(subscribe, read);
}

/**
 * Names a part that is likely to be needed soon, and hands its `load` back. It is fetched when the browser is idle, after
 * `beginAhead`: not for those who want to save data, unless the part is small and must be there when the line breaks
 * (`vital`).
 */
export function ahead<Part extends object>(load: Load<Part>, { vital = false } = {}): Load<Part> {
  if (vital || !savesData()) {
    if (vital) {
      vitals.add(load);
      queue.unshift(load);
    } else queue.push(load);
    if (begun) whenIdle(fetchNext);
  }
  return load;
}

/** Begins to fetch ahead, without waiting for what one has come for (see `useDrawn`). */
export function beginAhead(): void {
  if (begun) return;
  begun = true;
  whenIdle(fetchNext);
}

/**
 * For a page to say that what one has come for is drawn: its rows, its operation, its failure. What is needed after that
 * is fetched ahead from then on, once it has been painted.
 */
export function useDrawn(drawn: boolean): void {
  useEffect(() => {
    if (!drawn) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(beginAhead);
    });
    return () => cancelAnimationFrame(frame);
  }, [drawn]);
}

/** Whether somebody has asked the browser to be sparing with data. Not every browser tells. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** One at a time, so that what somebody asks for meanwhile does not wait. */
async function fetchNext(): Promise<void> {
  const load = queue.shift();
  if (!load) return;
  try {
    await fetchPart(load);
  } catch {
    // Most were not needed yet: `Later` will try itself, and say so if the code does not come then.
    if (vitals.has(load)) setTimeout(() => fetchAgain(load), AGAIN_MS);
  }
  whenIdle(fetchNext);
}

/** After how long what did not come, and is vital, is tried again. In ms. */
const AGAIN_MS = 10_000;

function fetchAgain(load: Load<object>): void {
  queue.unshift(load);
  whenIdle(fetchNext);
}

/** How long the browser may take to find an idle moment, in ms. */
const IDLE_WITHIN_MS = 2000;

/** Calls when the browser has nothing better to do; not every browser tells. */
function whenIdle(call: () => Promise<void>): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => void call(), { timeout: IDLE_WITHIN_MS });
  else setTimeout(() => void call(), IDLE_WITHIN_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
