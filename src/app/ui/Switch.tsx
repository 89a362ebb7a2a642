import { useId } from 'react';
import styles from './Switch.module.css';

/** Something that is on or off at once, with what it means. */
export function Switch({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className={styles.switch}>
        <span>{label}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          aria-describedby={id}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
      </label>
      <p id={id} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}
