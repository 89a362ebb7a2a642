import { useEffect, useRef } from 'react';
import { t } from '../../../words/words.ts';
import { GROUPS, type Entry, type Group } from './entry.ts';
import styles from './Palette.module.css';
import type { Copied } from './useCopied.ts';

/** The entries under their groups' names; the active one is always in sight. */
export function PaletteList({
  id,
  entries,
  active,
  optionId,
  copied,
  onPoint,
  onChoose,
}: {
  id: string;
  entries: readonly Entry[];
  active: Entry | undefined;
  optionId: (entry: Entry) => string;
  copied: Copied | null;
  onPoint: (entry: Entry) => void;
  /** `elsewhere`: in a new tab. */
  onChoose: (entry: Entry, elsewhere: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    // The first one is shown with the name of its group.
    if (entries[0] === active) element?.scrollTo(0, 0);
    else element?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, entries]);
  return (
    <div className={styles.scroller} ref={list}>
      <div id={id} role="listbox" aria-label={t('Commands')}>
        {inGroups(entries).map(({ group, rows }, index) => (
          <div key={index} role="group" aria-labelledby={`${id}-${index}`}>
            <div id={`${id}-${index}`} role="presentation" className={styles.group}>
              {t(GROUPS[group])}
            </div>
            {rows.map((entry) => (
              <button
                key={entry.id}
                id={optionId(entry)}
                type="button"
                role="option"
                // The focus stays in the field.
                tabIndex={-1}
                aria-selected={entry === active}
                aria-disabled={entry.act.kind === 'none' || undefined}
                className={styles.entry}
                onPointerMove={({ movementX, movementY }) => {
                  // A list that moves under a pointer at rest must not change what is chosen.
                  if (movementX !== 0 || movementY !== 0) onPoint(entry);
                }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => onChoose(entry, event.ctrlKey || event.metaKey)}
              >
                <span className={styles.label}>{entry.label}</span> <Note entry={entry} copied={copied} />
              </button>
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.nothing}>
          {t('No match. Paste an operation’s ID, a link to it, or a list’s query.')}
        </p>
      )}
    </div>
  );
}

function Note({ entry: { id, act, note }, copied }: { entry: Entry; copied: Copied | null }) {
  if (copied?.id === id) return <span className={styles.note}>{copied.words}</span>;
  if (note === undefined) return null;
  return act.kind === 'press' ? (
    <kbd aria-hidden="true" className={styles.cap}>
      {note}
    </kbd>
  ) : (
    <span className={styles.note}>{note}</span>
  );
}

/** Runs of one group; those of what was entered may come both first and last. */
function inGroups(entries: readonly Entry[]): { readonly group: Group; readonly rows: Entry[] }[] {
  const runs: { group: Group; rows: Entry[] }[] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.group === entry.group) run.rows.push(entry);
    else runs.push({ group: entry.group, rows: [entry] });
  }
  return runs;
}
