import { parseUtc } from '../../toloka/time.ts';
import { t, type Text } from '../../words/words.ts';
import { formatDurationWords } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import type { Stretch } from './timeline.ts';

/** A stretch of an operation's life in words: `waited 1.2 s`, `running for 17 s` (ticking), or nothing. */
export function StretchWords({ stretch }: { stretch: Stretch }) {
  if (stretch.kind === 'unknown') return null;
  if (stretch.kind === 'live') return <Live words={stretch.words} since={stretch.since} />;
  return t(stretch.words, { time: formatDurationWords(stretch.ms) });
}

function Live({ words, since }: { words: Text; since: string }) {
  const now = useSecond();
  const seconds = Math.floor((now - (parseUtc(since) ?? now)) / 1000);
  return t(words, { time: formatDurationWords(Math.max(0, seconds) * 1000) });
}
