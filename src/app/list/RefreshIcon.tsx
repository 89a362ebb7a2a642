import styles from './Updates.module.css';

/** A circular arrow; it turns while a refresh is under way. */
export function RefreshIcon({ turning }: { turning: boolean }) {
  return (
    <svg
      width="13"
      height="13"
      viewBox="0 0 14 14"
      aria-hidden="true"
      className={turning ? styles.turning : undefined}
    >
      <path
        d="M12 7a5 5 0 1 1-1.6-3.7M12 1.6v2.6H9.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
