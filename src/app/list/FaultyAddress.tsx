import { plural, t } from '../../words/words.ts';
import { useDrawn } from '../ui/parts.ts';
import styles from './Panel.module.css';
import { useReturn } from './useReturn.ts';

/** In place of rows while the address has faults: a list that ignored them could show more than was meant. */
export function FaultyAddress({ count }: { count: number }) {
  useReturn(true);
  useDrawn(true);
  return (
    <div className={`${styles.panel} ${styles.apart}`}>
      <p className={styles.title}>
        {plural(
          count,
          'One parameter of this address cannot be understood',
          '{n} parameters of this address cannot be understood',
        )}
      </p>
      <p className={styles.text}>
        {count === 1
          ? t('Nothing is loaded until it is corrected or removed: the red chip above says what is wrong.')
          : t(
              'Nothing is loaded until they are corrected or removed: the red chips above say what is wrong.',
            )}
      </p>
    </div>
  );
}
