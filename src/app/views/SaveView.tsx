import { useId, useState, type FormEvent } from 'react';
import { t } from '../../words/words.ts';
import { checkName } from './editViews.ts';
import { MAX_NAME, type SavedViews, type View } from './view.ts';
import styles from './ViewsPanel.module.css';

/**
 * Gives the list on screen a name. Where it was changed from a saved view (`changed`), that view can be saved anew:
 * then `onSave` is called with null instead of a name.
 */
export function SaveView({
  saved,
  changed,
  onSave,
}: {
  saved: SavedViews;
  changed: View | null;
  onSave: (name: string | null) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = checkName(saved, text, null);
    if (typeof name === 'string') onSave(name);
    else setFault(name.reason);
  };
  return (
    <form className={styles.save} onSubmit={submit} noValidate>
      {changed && (
        <p className={styles.line}>
          <span>{t('“{name}” is changed', { name: changed.name })}</span>
          <button type="button" className="button small primary" onClick={() => onSave(null)}>
            {t('Save changes')}
          </button>
        </p>
      )}
      <label htmlFor={id}>{changed ? t('Or keep both, this one as') : t('Name for what you see')}</label>
      <div className={styles.line}>
        <input
          id={id}
          className={`field ${styles.grow}`}
          value={text}
          maxLength={MAX_NAME}
          autoComplete="off"
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
        />
        <button type="submit" className="button">
          {changed ? t('Save as new') : t('Save view')}
        </button>
      </div>
      <p id={`${id}-fault`} role="alert" className={styles.fault}>
        {fault}
      </p>
    </form>
  );
}
