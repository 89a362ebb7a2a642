import { useEffect, useState } from 'react';

/** How long the button says what it did, in ms. */
const SAID_MS = 1600;

/**
 * Copies a text and says so in its own place, so that nothing moves. The button keeps its accessible name; what
 * happened is said by a live region.
 */
export function CopyButton({
  label,
  text,
  className = 'button',
}: {
  label: string;
  text: () => string;
  className?: string;
}) {
  const [said, setSaid] = useState<'' | 'Copied' | 'Not copied: the browser refused'>('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied: the browser refused'),
    );
  };
  return (
    <>
      <button type="button" className={className} onClick={copy} aria-label={label}>
        {said === 'Copied' ? 'Copied ✓' : label}
      </button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}
