import { useEffect, useEffectEvent, useState } from 'react';

/** Long enough for a burst of changes to end in one sentence, in ms. */
const QUIET_MS = 700;

/** Tells screen readers what a new page or query brought, once; polls that change a count are no reason to speak. */
export function Announcer({ view, text }: { view: string; text: string | null }) {
  const [said, setSaid] = useState('');
  const known = text !== null;
  const say = useEffectEvent(() => setSaid(text ?? ''));
  useEffect(() => {
    if (!known) return undefined;
    const timer = setTimeout(say, QUIET_MS);
    return () => clearTimeout(timer);
    // Only another view, or its first answer, is told: not the text of a poll.
  }, [view, known]);
  return (
    <div aria-live="polite" className="visually-hidden">
      {said}
    </div>
  );
}
