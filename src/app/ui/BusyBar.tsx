import styles from './BusyBar.module.css';

/** Work that goes on without saying how far it is: a progress bar without a value. */
export function BusyBar({ label }: { label: string }) {
  return (
    <div role="progressbar" aria-label={label} className={styles.bar}>
      <i />
    </div>
  );
}
