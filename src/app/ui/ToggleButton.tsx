import type { ReactNode } from 'react';
import styles from './ToggleButton.module.css';

/** A button that is on or off. Its words stay the same, so that "pressed" says all. */
export function ToggleButton({
  pressed,
  onChange,
  children,
}: {
  pressed: boolean;
  onChange: (pressed: boolean) => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`button small ${styles.toggle}`}
      aria-pressed={pressed}
      onClick={() => onChange(!pressed)}
    >
      {children}
    </button>
  );
}
