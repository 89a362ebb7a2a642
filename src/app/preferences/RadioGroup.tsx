import { useId, type ChangeEvent } from 'react';
import styles from './RadioGroup.module.css';

/** One of the things to choose from. `lang`: the language that its label is written in, where it is not the page's. */
export type Option<Value> = { readonly value: Value; readonly label: string; readonly lang?: string };

/** One of a few, side by side; the platform's radio buttons, drawn as one bar. `hint` says what a choice brings about. */
export function RadioGroup<Value extends string | null>({
  label,
  options,
  value,
  hint,
  onChange,
}: {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  hint?: string;
  /** `byPointer`: deliberately pressed, not come to by the arrow keys. */
  onChange: (value: Value, byPointer: boolean) => void;
}) {
  const id = useId();
  const pick = (next: Value, { nativeEvent }: ChangeEvent) => {
    onChange(next, nativeEvent instanceof MouseEvent && nativeEvent.detail > 0);
  };
  return (
    <fieldset className={styles.group} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{label}</legend>
      <div className={styles.bar}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input
              type="radio"
              name={id}
              className="visually-hidden"
              checked={option.value === value}
              onChange={(event) => pick(option.value, event)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
