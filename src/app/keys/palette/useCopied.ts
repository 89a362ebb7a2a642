import { useEffect, useState } from 'react';
import { t } from '../../../words/words.ts';

/** How long the palette says what it has copied before it closes, in ms. */
const SAID_MS = 900;

/** What an entry has to say of what it copied. */
export type Copied = { readonly id: string; readonly words: string; readonly done: boolean };

/** Copies for an entry, says so in its line, and calls `onDone` a moment later; what failed stays. */
export function useCopied(onDone: () => void): {
  readonly copied: Copied | null;
  readonly copy: (id: string, text: () => string) => void;
} {
  const [copied, setCopied] = useState<Copied | null>(null);
  useEffect(() => {
    if (!copied?.done) return undefined;
    const timer = setTimeout(onDone, SAID_MS);
    return () => clearTimeout(timer);
  }, [copied, onDone]);
  const copy = async (id: string, text: () => string) => {
    try {
      await navigator.clipboard.writeText(text());
      setCopied({ id, words: t('Copied'), done: true });
    } catch {
      // Refused, or not there at all, as on a page that came by plain http from another machine.
      setCopied({ id, words: t('Not copied: the browser refused'), done: false });
    }
  };
  return { copied, copy: (id, text) => void copy(id, text) };
}
