import { t } from '../../../words/words.ts';
import type { SearchFault } from './logSearch.ts';
import { useLogSearch } from './useLogSearch.ts';
import styles from './ItemNotice.module.css';

const NAMES = { log: 'log', cause: 'cause', q: 'q', item: '#item' } as const;

/** What of the link cannot be understood, and the way out. Until then no items are shown: they would not be those meant. */
export function FaultNotice({ faults }: { faults: readonly SearchFault[] }) {
  const { mend } = useLogSearch();
  return (
    <div role="alert" className={styles.fault}>
      <p>
        {t('This link cannot be understood:')}{' '}
        {faults.map(({ name, text, reason }, index) => (
          <span key={name}>
            {index > 0 && '; '}
            <code>
              {NAMES[name]}
              {name === 'item' ? '-' : '='}
              {text}
            </code>{' '}
            – {reason}
          </span>
        ))}
        .
      </p>
      <button type="button" className="button small" onClick={mend}>
        {faults.length === 1 ? t('Remove it') : t('Remove them')}
      </button>
    </div>
  );
}
