import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { recordProgress } from './api/progressLog.ts';
import { keepUp } from './api/recovery.ts';
import { fetchOnApproach } from './approach.ts';

/**
 * What goes on beside every page for as long as it lives: it is kept up with the world, the progress that answers tell
 * is kept, and the code of what one comes near to is fetched. The first two begin with what has been answered already; an operation's page, which must not miss its first answer, keeps
 * its progress itself. Shows nothing.
 */
export function Upkeep() {
  const client = useQueryClient();
  useEffect(() => {
    const stops = [keepUp(client), recordProgress(client), fetchOnApproach()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
  return null;
}
