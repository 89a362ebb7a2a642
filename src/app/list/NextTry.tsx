import { useLinger } from '../ui/useLinger.ts';
import { useSecond } from '../ui/useSecond.ts';
import { nextAskAt, usePageState, type NextAsk } from './pageState.ts';

/** How long "Trying now…" can be read at least, in ms. */
const SEEN_MS = 400;

/** When the page is asked for again by itself: a leaf that counts down, and that no screen reader reads out. */
export function NextTry({ view, nextAsk, paused }: { view: string; nextAsk: NextAsk; paused: boolean }) {
  const fetching = usePageState(view, (state) => state?.fetchStatus === 'fetching');
  const trying = useLinger(fetching, SEEN_MS);
  const at = usePageState(view, (_, query) => (query ? nextAskAt(query, nextAsk) : null));
  const now = useSecond(at !== null);
  return (
    <span role="timer" aria-live="off">
      {trying ? 'Trying now…' : at === null ? never(paused) : `Next try ${inWords(at - now)}.`}
    </span>
  );
}

function never(paused: boolean): string {
  return paused ? 'No further try while updates are paused.' : 'It is not tried again by itself.';
}

function inWords(ms: number): string {
  return ms < 1000 ? 'now' : `in ${Math.floor(ms / 1000)} s`;
}
