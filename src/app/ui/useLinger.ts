import { useEffect, useState } from 'react';

/** A flag that stays on for `ms` after it went off, so that what it shows can be seen however short it was. */
export function useLinger(on: boolean, ms: number): boolean {
  const [lingering, setLingering] = useState(on);
  if (on && !lingering) setLingering(true);
  useEffect(() => {
    if (on || !lingering) return undefined;
    const timer = setTimeout(() => setLingering(false), ms);
    return () => clearTimeout(timer);
  }, [on, lingering, ms]);
  return on || lingering;
}
