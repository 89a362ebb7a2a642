import { t } from '../../words/words.ts';
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
      {trying ? t('Trying now…') : at === null ? never(paused) : nextTryWords(at - now)}
    </span>
  );
}

function never(paused: boolean): string {
  return paused ? t('No further try while updates are paused.') : t('It is not retried automatically.');
}

function nextTryWords(ms: number): string {
  return ms < 1000 ? t('Next try now.') : t('Next try in {n} s.', { n: Math.floor(ms / 1000) });
}
