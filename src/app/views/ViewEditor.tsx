import { useState, type FormEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../../words/words.ts';
import { CrossIcon, ChevronIcon } from '../ui/icons.tsx';
import { checkName, moveView, renameView, startWith } from './editViews.ts';
import { MAX_NAME, type SavedViews, type View } from './view.ts';
import { changeViews } from './viewStore.ts';
import styles from './ViewsPanel.module.css';

/** A saved view while views are edited: its name, its place among the others, whether `/` opens it. */
export function ViewEditor({
  saved,
  view,
  say,
  onDelete,
}: {
  saved: SavedViews;
  view: View;
  say: (text: string) => void;
  onDelete: (name: string) => void;
}) {
  const { name } = view;
  const [text, setText] = useState(name);
  const [fault, setFault] = useState<string | null>(null);
  const isStart = saved.start === name;
  const at = saved.views.indexOf(view);

  const rename = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkName(saved, text, name);
    if (typeof checked !== 'string') return setFault(checked.reason);
    changeViews((before) => renameView(before, name, checked));
    say(t('“{name}” is now “{now}”', { name, now: checked }));
  };
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    if (!saved.views[at + by]) return;
    const button = event.currentTarget;
    flushSync(() => {
      changeViews((before) => moveView(before, name, by));
    });
    // Moving an element in the document takes the focus from it.
    button.focus();
    say(t('“{name}” is number {place} of {count}', { name, place: at + by + 1, count: saved.views.length }));
  };
  return (
    <form className={styles.editor} onSubmit={rename} noValidate>
      <div className={styles.line}>
        <input
          className={`field ${styles.grow}`}
          aria-label={t('Name of {name}', { name })}
          value={text}
          maxLength={MAX_NAME}
          autoComplete="off"
          aria-invalid={fault !== null}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
        />
        {text !== name && (
          <button type="submit" className="button small" aria-label={t('Rename {name}', { name })}>
            {t('Rename')}
          </button>
        )}
        <button
          type="button"
          className={`button small ghost ${styles.icon} ${styles.up}`}
          aria-label={t('Move {name} up', { name })}
          aria-disabled={at === 0}
          onClick={move(-1)}
        >
          <ChevronIcon />
        </button>
        <button
          type="button"
          className={`button small ghost ${styles.icon}`}
          aria-label={t('Move {name} down', { name })}
          aria-disabled={at === saved.views.length - 1}
          onClick={move(1)}
        >
          <ChevronIcon />
        </button>
        <button
          type="button"
          className={`button small ghost ${styles.icon}`}
          aria-label={t('Delete {name}', { name })}
          onClick={() => onDelete(name)}
        >
          <CrossIcon />
        </button>
      </div>
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <label className={styles.start}>
        <input
          type="checkbox"
          checked={isStart}
          aria-label={t('Start with {name}', { name })}
          onChange={() => changeViews((before) => startWith(before, isStart ? null : name))}
        />
        {t('Start page')}
      </label>
    </form>
  );
}
