import { useId, useRef, useState, type FormEvent } from 'react';
import { changeQuery } from '../../../toloka/formatSearch.ts';
import { MAX_FIND } from '../../../toloka/listSearch.ts';
import { t, type Text } from '../../../words/words.ts';
import { useAction } from '../../actions.ts';
import { CrossIcon, FindIcon } from '../../ui/icons.tsx';
import type { EditorProps } from './editor.ts';
import styles from './FindField.module.css';

const HINT =
  'In parameters, details or ID, upper and lower case alike. Secrets are not searched.' satisfies Text;

/** What the API cannot filter by: a text anywhere in parameters, details or the ID. Enter starts the search. */
export function FindField({ search, commit }: Pick<EditorProps, 'search' | 'commit'>) {
  const set = search.query.find ?? '';
  const [text, setText] = useState(set);
  const [known, setKnown] = useState(set);
  const hintId = useId();
  const field = useRef<HTMLInputElement>(null);
  // The draft begins anew whenever the URL says something else.
  if (known !== set) {
    setKnown(set);
    setText(set);
  }
  const find = (next: string) =>
    commit((now) => changeQuery(now, { find: next.trim() === '' ? null : next.trim() }, ['find']));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find(text);
  };
  const remove = () => {
    // This button is about to go; the focus must not go with it.
    field.current?.focus();
    setText('');
    find('');
  };
  return (
    <form
      role="search"
      aria-label={t('Find')}
      className={`${styles.find} ${set === '' ? '' : styles.set}`}
      title={t(HINT)}
      onSubmit={submit}
    >
      <FindIcon />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        className={styles.field}
        {...useAction('find', t(HINT))}
        aria-label={t('Find in parameters')}
        aria-describedby={hintId}
        placeholder={t('Find in parameters, details, ID')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={MAX_FIND}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span id={hintId} className="visually-hidden">
        {t(HINT)} {t('Enter starts the search.')}
      </span>
      {set !== '' && (
        <button type="button" className={styles.remove} aria-label={t('Remove Find')} onClick={remove}>
          <CrossIcon />
        </button>
      )}
    </form>
  );
}
