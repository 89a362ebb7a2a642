import { useId, useState, type FormEvent } from 'react';
import { t } from '../../words/words.ts';
import { environmentLabel } from '../environments.ts';
import { shortId } from '../ui/format.ts';
import styles from './ComparePage.module.css';
import { MOST } from './compareSearch.ts';
import { readPastedId } from './pastedId.ts';

/** Takes one operation more into the comparison, by its ID or by a link to it. */
export function AddOperation({
  environment,
  ids,
  onAdd,
}: {
  environment: string;
  ids: readonly string[];
  onAdd: (id: string) => void;
}) {
  const field = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const read = readPastedId(text, environment, environmentLabel);
    const reason = 'reason' in read ? read.reason : refusal(read.id, ids);
    setFault(reason);
    if (reason !== null || 'reason' in read) return;
    setText('');
    onAdd(read.id);
  };
  return (
    <form className={styles.add} onSubmit={add} noValidate>
      <label htmlFor={field}>{t('Add an operation')}</label>
      <input
        id={field}
        className="field"
        value={text}
        placeholder={t('ID or link')}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== null}
        aria-describedby={`${field}-fault`}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
      />
      <button type="submit" className="button">
        {t('Add')}
      </button>
      <p id={`${field}-fault`} role="status" className={styles.fault}>
        {fault}
      </p>
    </form>
  );
}

function refusal(id: string, ids: readonly string[]): string | null {
  if (ids.includes(id)) return t('{id} is compared already.', { id: shortId(id) });
  if (ids.length < MOST) return null;
  return t('At most {most} can stand side by side. Remove one first.', { most: MOST });
}
