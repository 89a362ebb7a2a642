import { useRef, useState, type ChangeEvent } from 'react';
import { plural, t } from '../../words/words.ts';
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
    say(plural(saved.views.length, 'Exported {n} view', 'Exported {n} views'));
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
          {t('Export views')}
        </button>
        <button type="button" className="button small ghost" onClick={() => picker.current?.click()}>
          {t('Import views')}
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('File of views')}
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
    words: t('“{file}” was not imported. {reason} Your views are as they were.', { file: file.name, reason }),
    problems: [],
  });
  if (file.size > MAX_BYTES) return refuse(t('It is larger than 1 MB; a file of views has a few kilobytes.'));
  try {
    const { saved, problems } = decodeViews(await file.text());
    let added = 0;
    changeViews((before) => {
      const merged = mergeViews(before, saved);
      added = merged.added;
      return merged.saved;
    });
    const known = saved.views.length - added;
    return { failed: false, words: addedWords(added, known), problems };
  } catch (error) {
    if (error instanceof NotViews) return refuse(error.message);
    const message = error instanceof Error ? error.message : String(error);
    return refuse(t('It could not be read: {error}.', { error: message }));
  }
}

/** What an import brought, and how much of it was there before. */
function addedWords(added: number, known: number): string {
  if (known === 0) return plural(added, 'Added {n} view.', 'Added {n} views.');
  return t('{added}; {known}.', {
    added: plural(added, 'Added {n} view', 'Added {n} views'),
    known: plural(known, '{n} was here already', '{n} were here already'),
  });
}
