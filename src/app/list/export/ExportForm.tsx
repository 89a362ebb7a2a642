import { useId, useState, type FormEvent } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t, type Text } from '../../../words/words.ts';
import { walkList } from '../../api/listWalk.ts';
import { ExportRun, manifestOf } from './exportRun.ts';
import { setExport } from './exportStore.ts';
import { fileName, FORMAT_NAMES, FORMATS, type FormatName } from './formats.ts';
import { downloadSink, filePicker, fileSink, type Sink } from './sinks.ts';
import styles from './export.module.css';

const WORDS = {
  csv: 'for spreadsheets; values that could run as a formula are disarmed',
  ndjson: 'one operation a line, every field as the API sent it',
} as const satisfies Record<FormatName, Text>;

/** The choices for an export. Nothing is asked of the API before it begins. */
export function ExportForm({ environment, search }: { environment: string; search: ListSearch }) {
  const [format, setFormat] = useState<FormatName>('csv');
  const [secret, setSecret] = useState(false);
  const [fault, setFault] = useState('');
  const name = useId();
  const pick = filePicker();
  const begin = async (choose: (suggested: string) => Promise<Sink | null>) => {
    const secrets = secret ? 'included' : 'masked';
    const asked = { environment, query: search.query, secrets, now: Date.now() } as const;
    try {
      const sink = await choose(fileName(format, manifestOf(asked), true));
      if (!sink) return;
      const run = new ExportRun({ ...asked, format, sink, walk: walkList, now: Date.now() });
      setExport(run);
      void run.go();
    } catch (error) {
      setFault(error instanceof Error ? error.message : t('The file could not be opened.'));
    }
  };
  const download = (event: FormEvent) => {
    event.preventDefault();
    void begin(() => Promise.resolve(downloadSink(FORMATS[format].type)));
  };
  const { find } = search.query;
  return (
    <form className={styles.panel} onSubmit={download}>
      <p>
        {find === null
          ? t('Every operation of this view, all pages from the first, in this order.')
          : t(
              'Every operation of this view, all pages from the first, in this order – of those, the ones that hold “{text}”.',
              { text: find },
            )}
      </p>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{t('Format')}</legend>
        {FORMAT_NAMES.map((each) => (
          <label key={each} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={format === each}
              onChange={() => setFormat(each)}
              aria-describedby={`${name}-${each}`}
              aria-label={FORMATS[each].label}
            />
            <span>
              <b>{FORMATS[each].label}</b>
              <span id={`${name}-${each}`} className={styles.quiet}>
                {t(WORDS[each])}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={secret}
          onChange={(event) => setSecret(event.target.checked)}
          aria-label={t('Include secrets')}
          aria-describedby={`${name}-secrets`}
        />
        <span>
          <b>{t('Include secrets')}</b>
          <span id={`${name}-secrets`} className={styles.quiet}>
            {t('otherwise values that look like keys or passwords are masked')}
          </span>
        </span>
      </label>
      {search.faults.length > 0 && (
        <p className={styles.fault}>{t('First correct or remove what is not understood in the address.')}</p>
      )}
      <p className={styles.fault} role="status">
        {fault}
      </p>
      <div className={styles.actions}>
        {pick && (
          <button
            type="button"
            className="button ghost"
            disabled={search.faults.length > 0}
            onClick={() => void begin((suggested) => fileSink(pick, suggested))}
          >
            {t('Write to a file…')}
          </button>
        )}
        <button type="submit" className="button primary" disabled={search.faults.length > 0}>
          {t('Download')}
        </button>
      </div>
    </form>
  );
}
