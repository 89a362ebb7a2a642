import { useRef, useState, type ChangeEvent } from 'react';
import { saveFile } from '../ui/saveFile.ts';
import { decodeViews, encodeViews, NotViews } from './decodeViews.ts';
import { mergeViews } from './editViews.ts';
import type { SavedViews } from './view.ts';
import { changeViews } from './viewStore.ts';
import styles from './ViewsPanel.module.css';

/** Larger than any file of views, in bytes: whatever it is, it was picked by mistake. */
const MAX_BYTES = 1_000_000;

/** What came of an import: a sentence, and what is wrong with entries that were left out. */
type Outcome = { readonly failed: boolean; readonly words: string; readonly problems: readonly string[] };

/** Takes views to a file and back: to another browser, or to a colleague. */
export function Transfer({ saved, say }: { saved: SavedViews; say: (text: string) => void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (!file) return;
    say('');
    setOutcome(await importFile(file));
    // So that picking the same file again is a change.
    input.value = '';
  };
  const exportAll = () => {
    setOutcome(null);
    saveFile('toloka-views.json', encodeViews(saved), 'application/json');
    say(`Exported ${count(saved.views.length)}`);
  };
  return (
    <div className={styles.transfer}>
      <div className={styles.line}>
        <button
          type="button"
          className="button small ghost"
          disabled={saved.views.length === 0}
          onClick={exportAll}
        >
          Export views
        </button>
        <button type="button" className="button small ghost" onClick={() => picker.current?.click()}>
          Import views
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File of views"
        onChange={(event) => void pick(event)}
      />
      <div
        role={outcome?.failed ? 'alert' : 'status'}
        className={outcome?.failed ? styles.fault : styles.said}
      >
        {outcome && (
          <>
            <p>{outcome.words}</p>
            {outcome.problems.map((problem) => (
              <p key={problem} className={styles.fault}>
                {problem}
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}

async function importFile(file: File): Promise<Outcome> {
  const refuse = (reason: string): Outcome => ({
    failed: true,
    words: `“${file.name}” was not imported. ${reason} Your views are as they were.`,
    problems: [],
  });
  if (file.size > MAX_BYTES) return refuse('It is larger than 1 MB; a file of views has a few kilobytes.');
  try {
    const { saved, problems } = decodeViews(await file.text());
    let added = 0;
    changeViews((before) => {
      const merged = mergeViews(before, saved);
      added = merged.added;
      return merged.saved;
    });
    const known = saved.views.length - added;
    const words = `Added ${count(added)}${known > 0 ? `; ${known} ${known === 1 ? 'was' : 'were'} here already` : ''}.`;
    return { failed: false, words, problems };
  } catch (error) {
    if (error instanceof NotViews) return refuse(error.message);
    return refuse(`It could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function count(views: number): string {
  return `${views} ${views === 1 ? 'view' : 'views'}`;
}
