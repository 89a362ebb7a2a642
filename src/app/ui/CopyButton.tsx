import { useEffect, useState, type ComponentProps } from 'react';
import { t } from '../../words/words.ts';
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
  ...rest
}: {
  label: string;
  face?: string;
  text: () => string;
  className?: string;
} & Pick<ComponentProps<'button'>, 'title' | 'aria-keyshortcuts'> & { 'data-action'?: string }) {
  const [said, setSaid] = useState<'Copied' | 'Not copied: the browser refused' | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
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
        {...rest}
        type="button"
        className={`${className} ${styles.button}`}
        onClick={() => void copy()}
        aria-label={label}
      >
        <span className={said === null ? undefined : styles.gone}>{face}</span>
        {said !== null && (
          <span className={styles.said}>{said === 'Copied' ? t('Copied ✓') : t('Not copied')}</span>
        )}
      </button>
      <span role="status" className="visually-hidden">
        {said !== null && t(said)}
      </span>
    </>
  );
}
