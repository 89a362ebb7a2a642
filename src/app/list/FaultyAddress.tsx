import styles from './Panel.module.css';

/** In place of rows while the address has faults: a list that ignored them could show more than was meant. */
export function FaultyAddress({ count }: { count: number }) {
  return (
    <div className={`${styles.panel} ${styles.apart}`}>
      <p className={styles.title}>
        {count === 1
          ? 'One parameter of this address cannot be understood'
          : `${count} parameters of this address cannot be understood`}
      </p>
      <p className={styles.text}>
        Nothing is asked until {count === 1 ? 'it is' : 'they are'} mended or removed: the red{' '}
        {count === 1 ? 'chip' : 'chips'} above {count === 1 ? 'says' : 'say'} what is wrong.
      </p>
    </div>
  );
}
