import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { newsSentence } from './newsWords.ts';
import type { Screen } from './screen.ts';

/** Long enough for a burst of changes to end in one sentence, in ms. */
const QUIET_MS = 700;
/** The least time between two sentences, in ms: nobody can listen to each poll. */
const BETWEEN_MS = 8000;
/** How long a sentence can be read, in ms: later it would be found as if it were news. */
const STAYS_MS = 6000;

/**
 * Tells screen readers what polls change on a page: counts of what is new, and ends of operations, bundled into a
 * sentence every few seconds at most. `screen` is null while the rows are not the view's own.
 */
export function NewsAnnouncer({
  view,
  screen,
  query,
}: {
  view: string;
  screen: Screen | null;
  query: ListQuery;
}) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const saidAt = useRef(0);
  const heard = useRef<{ readonly view: string; readonly screen: Screen } | null>(null);

  const tell = useEffectEvent(() => {
    if (!screen || !heard.current) return;
    const text = newsSentence(heard.current.screen, screen, query);
    heard.current = { view, screen };
    if (text === '') return;
    saidAt.current = Date.now();
    setSaid(({ count }) => ({ text, count: count + 1 }));
  });
  useEffect(() => {
    if (screen && heard.current?.view !== view) heard.current = { view, screen };
    if (!screen || heard.current?.screen === screen) return undefined;
    const timer = setTimeout(tell, Math.max(QUIET_MS, saidAt.current + BETWEEN_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [view, screen]);

  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid(({ count }) => ({ text: '', count })), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div aria-live="polite" className="visually-hidden">
      {/* Another element each time, so that the same words are heard again. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
