import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { t } from '../../../words/words.ts';
import { useAction } from '../../actions.ts';
import { CrossIcon, FindIcon } from '../../ui/icons.tsx';
import { MAX_TEXT } from './logSearch.ts';
import styles from './LogFilters.module.css';
import { useLogSearch } from './useLogSearch.ts';

/** How long somebody who types must pause before the log is searched, in ms. */
const PAUSE_MS = 200;

/** A text to find in the items as they were sent. Searched while it is typed; the link follows, without new history. */
export function TextFilter() {
  const { search, go } = useLogSearch();
  const [draft, setDraft] = useState(search.text);
  const [sent, setSent] = useState(search.text);
  const field = useRef<HTMLInputElement>(null);
  // The link says something that did not come from here: a step through history, "show all".
  if (search.text !== sent) {
    setSent(search.text);
    setDraft(search.text);
  }
  const send = useEffectEvent(() => {
    setSent(draft);
    go({ text: draft, item: null }, { replace: true });
  });
  useEffect(() => {
    if (draft === sent) return undefined;
    const timer = setTimeout(() => send(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, sent]);
  const clear = () => {
    // This button is about to go; the focus must not go with it.
    field.current?.focus();
    setDraft('');
  };
  return (
    <div
      role="search"
      aria-label={t('Find in the log')}
      className={`${styles.find} ${draft === '' ? '' : styles.set}`}
    >
      <FindIcon />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        className={styles.text}
        {...useAction('find')}
        aria-label={t('Find in items')}
        placeholder={t('Find in items')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={MAX_TEXT}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      {draft !== '' && (
        <button type="button" className={styles.remove} aria-label={t('Clear the text')} onClick={clear}>
          <CrossIcon />
        </button>
      )}
    </div>
  );
}
