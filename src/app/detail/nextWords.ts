import { t } from '../../words/words.ts';
import { formatDurationWords } from '../ui/format.ts';
import type { PollState } from './usePollState.ts';

/** How long until the next try: `next in 4 s`, `next now`, or why there is none. */
export function nextWords(state: Pick<PollState, 'nextAt' | 'ended' | 'failedAt'>, now: number): string {
  if (state.nextAt === null)
    return state.ended && state.failedAt === null ? t('final') : t('not refreshed automatically');
  const seconds = Math.ceil((state.nextAt - now) / 1000);
  return seconds > 0 ? t('next in {time}', { time: formatDurationWords(seconds * 1000) }) : t('next now');
}
