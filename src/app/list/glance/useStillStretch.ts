import { useState } from 'react';
import type { Stretch } from './marks.ts';

/**
 * The stretch of time that the strip shows: `natural`, but while somebody is at the strip (`held`) the one that they came
 * to, so that nothing moves under the pointer. Another page (`view`) has its own at once.
 */
export function useStillStretch(natural: Stretch | null, view: string, held: boolean): Stretch | null {
  const [still, setStill] = useState({ natural, view });
  const fresh = still.view !== view || !held || still.natural === null;
  if (!fresh || (same(still.natural, natural) && still.view === view)) return still.natural;
  setStill({ natural, view });
  return natural;
}

function same(a: Stretch | null, b: Stretch | null): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}
