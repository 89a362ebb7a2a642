import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from '../Link.tsx';
import { t } from '../../words/words.ts';
import { environmentLabel } from '../environments.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { MenuProps } from './menuProps.ts';
import { SaveView } from './SaveView.tsx';
import { Transfer } from './Transfer.tsx';
import { addView, replaceView } from './editViews.ts';
import { viewHref, type SavedViews, type View, type ViewAddress } from './view.ts';
import { ViewEditor } from './ViewEditor.tsx';
import { changeViews, deleteView, undoDelete, useViews } from './viewStore.ts';
import styles from './ViewsPanel.module.css';

/** The menu of views: save this one, go to any, put the saved ones in order, take them elsewhere. */
export function ViewsPanel({ here, readyMade, current, changed, close }: MenuProps & { close: () => void }) {
  const saved = useViews();
  const { views, start, removed, trouble } = saved;
  const [editing, setEditing] = useState(false);
  const [said, say] = useState('');
  const edit = useRef<HTMLButtonElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const shown = changed === null ? current : null;
  const link = (view: View) => (
    <Link
      className={styles.link}
      to={viewHref(view)}
      aria-current={view === shown ? 'page' : undefined}
      onClick={close}
    >
      {view.name}
    </Link>
  );
  const save = (address: ViewAddress) => (name: string | null) => {
    const change = (before: SavedViews) =>
      name === null ? replaceView(before, changed?.name ?? '', address) : addView(before, name, address);
    let kept = false;
    flushSync(() => {
      kept = changeViews(change);
    });
    // The header shows what was saved. Where it cannot be kept, the menu stays and says so.
    if (kept) close();
    else edit.current?.focus();
  };
  const remove = (name: string) => {
    flushSync(() => deleteView(name));
    undoButton.current?.focus();
    say('');
  };
  const undo = () => {
    flushSync(undoDelete);
    // The button is gone; the focus stays where the view came back.
    edit.current?.focus();
    say(removed ? t('“{name}” is back', { name: removed.view.name }) : '');
  };
  return (
    <div className={styles.panel}>
      {trouble !== null && (
        <p role="alert" className={styles.trouble}>
          {t(trouble)}
        </p>
      )}
      {here && !views.some((view) => view === shown) && (
        <SaveView saved={saved} changed={changed} onSave={save(here)} />
      )}
      <ul className={styles.list} aria-label={t('Ready-made views')}>
        {readyMade.map((view) => (
          <li key={view.name} title={view.title}>
            {link(view)}
          </li>
        ))}
      </ul>
      {(views.length > 0 || removed) && (
        <div className={styles.own}>
          <div className={styles.head}>
            <h2>{t('Saved views')}</h2>
            <button
              ref={edit}
              type="button"
              className="button small ghost"
              aria-label={editing ? t('Done with editing views') : t('Edit views')}
              onClick={() => setEditing(!editing)}
            >
              {editing ? t('Done') : t('Edit')}
            </button>
          </div>
          <ul className={styles.list} aria-label={t('Saved views')}>
            {views.map((view) => (
              <li key={view.name}>
                {editing ? (
                  <ViewEditor saved={saved} view={view} say={say} onDelete={remove} />
                ) : (
                  <div className={styles.row}>
                    {link(view)}
                    {view.environment !== readyMade[0]?.environment && (
                      <span className={styles.tag}>{environmentLabel(view.environment)}</span>
                    )}
                    {view.name === start && <span className={styles.tag}>{t('Start page')}</span>}
                    <CopyButton
                      label={t('Copy link to {name}', { name: view.name })}
                      face={t('Copy link')}
                      className="button small ghost"
                      text={() => location.origin + viewHref(view)}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
          {removed && (
            <p className={styles.removed}>
              <span role="status">{t('Deleted “{name}”', { name: removed.view.name })}</span>
              <button ref={undoButton} type="button" className="button small" onClick={undo}>
                {t('Undo')}
              </button>
            </p>
          )}
        </div>
      )}
      <Transfer saved={saved} say={say} />
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
