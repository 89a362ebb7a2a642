import { useEffect, useEffectEvent, useState } from 'react';
import type { Page } from '../../toloka/paging/page.ts';
import { countWords } from './countWords.ts';

/** Long enough for a burst of changes to end in one sentence, in ms. */
const QUIET_MS = 700;

/** Tells screen readers what a new page or query brought, once; polls that change a count are no reason to speak. */
export function Announcer({ view, page }: { view: string; page: Page | null }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const known = page !== null;
  const say = useEffectEvent(() =>
    setSaid(({ count }) => ({ text: page ? countWords(page) : '', count: count + 1 })),
  );
  useEffect(() => {
    if (!known) return undefined;
    const timer = setTimeout(say, QUIET_MS);
    return () => clearTimeout(timer);
    // Only another view, or its first answer, is told: not the text of a poll.
  }, [view, known]);
  return (
    <div aria-live="polite" className="visually-hidden">
      {/* Another element each time, so that the same words are heard again: one full page says what the other does. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
