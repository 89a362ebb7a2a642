import { useEffect, useState } from 'react';
import type { LogView } from '../../api/log/logSession.ts';
import type { OpenView } from './viewSwitch.ts';

/**
 * Where the link's item stands among the matches (from 0), as soon as it has come; null while it has not, or when it
 * does not match.
 */
export function useItemPlace(open: OpenView, view: LogView, item: number | null): number | null {
  const [found, setFound] = useState<{ open: OpenView; item: number; place: number } | null>(null);
  const known = found !== null && found.open === open && found.item === item;
  useEffect(() => {
    if (item === null || known) return undefined;
    let gone = false;
    const ask = async () => {
      try {
        const place = await open.handle.positionOf(item);
        if (!gone && place !== null) setFound({ open, item, place });
      } catch {
        // The view was closed meanwhile: the next one is asked anew.
        gone = true;
      }
    };
    void ask();
    return () => {
      gone = true;
    };
    // Asked again whenever more of the log has been looked at.
  }, [open, item, known, view.searched]);
  return known ? found.place : null;
}
