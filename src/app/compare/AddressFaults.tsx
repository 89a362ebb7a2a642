import { t } from '../../words/words.ts';
import styles from './ComparePage.module.css';
import { addressFaults, type CompareSearch } from './compareSearch.ts';

/** What is wrong with the address, and the click that puts right what needs no decision. */
export function AddressFaults({ search, onMend }: { search: CompareSearch; onMend: () => void }) {
  const faults = addressFaults(search);
  if (faults.length === 0) return null;
  return (
    <div className={styles.faults}>
      <ul aria-label={t('Errors in the address')}>
        {faults.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {faults.some(({ mends }) => mends) && (
        <button type="button" className="button small" onClick={onMend}>
          {t('Correct the address')}
        </button>
      )}
    </div>
  );
}
