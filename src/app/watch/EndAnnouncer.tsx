import { useEffect, useState } from 'react';
import { endingWords, newEnds } from './signals.ts';
import { watchKey, type WatchedOperation } from './watched.ts';

/** Ends that come within this time are told in one sentence, in ms. */
const GATHER_MS = 1000;

/** Says to those who do not see it what has ended; not of the operation on whose page they are, which says it itself. */
export function EndAnnouncer({
  entries,
  shown,
}: {
  entries: readonly WatchedOperation[];
  shown: string | null;
}) {
  const [before, setBefore] = useState(entries);
  const [gathered, gather] = useState<readonly WatchedOperation[]>([]);
  const [said, say] = useState('');
  if (before !== entries) {
    setBefore(entries);
    const ends = newEnds(before, entries).filter((entry) => watchKey(entry) !== shown);
    if (ends.length > 0) gather([...gathered, ...ends]);
  }
  useEffect(() => {
    if (gathered.length === 0) return undefined;
    const timer = setTimeout(() => {
      say(endingWords(gathered));
      gather([]);
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [gathered]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
