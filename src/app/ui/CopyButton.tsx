import { useEffect, useState } from 'react';
import styles from './CopyButton.module.css';

/** How long the button says what it did, in ms. */
const SAID_MS = 1600;

/**
 * Copies a text and says so in its own place, so that nothing moves. The button keeps its accessible name (`label`;
 * `face` where less of it need be seen); what happened is said by a live region.
 */
export function CopyButton({
  label,
  face = label,
  text,
  className = 'button',
}: {
  label: string;
  face?: string;
  text: () => string;
  className?: string;
}) {
  const [said, setSaid] = useState<'' | 'Copied' | 'Not copied: the browser refused'>('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied');
    } catch {
      // Refused, or not there at all, as on a page that came by plain http from another machine.
      setSaid('Not copied: the browser refused');
    }
  };
  return (
    <>
      <button
        type="button"
        className={`${className} ${styles.button}`}
        onClick={() => void copy()}
        aria-label={label}
      >
        <span className={said === '' ? undefined : styles.gone}>{face}</span>
        {said !== '' && <span className={styles.said}>{said === 'Copied' ? 'Copied ✓' : 'Not copied'}</span>}
      </button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}
