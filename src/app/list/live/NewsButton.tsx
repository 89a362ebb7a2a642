import { useRef, type MouseEvent } from 'react';
import { t } from '../../../words/words.ts';
import { rich } from '../../ui/rich.tsx';
import styles from './NewsButton.module.css';

/**
 * Over the table's upper edge, where it moves nothing and covers no row: what is new, shown by a click. `words` are empty
 * while there is nothing; `above` says that it stands above the rows, so that one is taken there.
 */
export function NewsButton({ words, above, onShow }: { words: string; above: boolean; onShow: () => void }) {
  const bar = useRef<HTMLDivElement>(null);
  const show = (event: MouseEvent) => {
    // A click by key: the button is about to go, and the place in the page must not go with it.
    if (event.detail === 0) bar.current?.focus({ preventScroll: true });
    onShow();
    if (above) window.scrollTo(0, 0);
  };
  return (
    <div ref={bar} tabIndex={-1} className={styles.bar}>
      {words !== '' && (
        <button
          type="button"
          className={styles.button}
          aria-label={t('{news}, show', { news: words })}
          onClick={show}
        >
          {rich('{news} — {show}', { news: words, show: <span>{t('show')}</span> })}
        </button>
      )}
    </div>
  );
}
