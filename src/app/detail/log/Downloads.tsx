import { useState } from 'react';
import type { LogExport, LogReading } from '../../api/log/logSession.ts';
import { t } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { FILE_TYPES, logFileName } from './fileNames.ts';
import { causeName, isComing, itemsWords } from './logWords.ts';
import { useOperationLog } from './operationLog.ts';
import { useLogSearch } from './useLogSearch.ts';
import styles from './Downloads.module.css';

/** What one can do now: the failed items as they were sent, to be corrected and sent again, or a table of the reasons. */
export function Downloads({ reading }: { reading: LogReading }) {
  const { environment, operation, session } = useOperationLog();
  const { search } = useLogSearch();
  const [withoutPersonal, setWithoutPersonal] = useState(false);
  const [state, setState] = useState<'' | 'making' | 'failed'>('');
  const [picked, setPicked] = useState({ from: search.cause, cause: search.cause });
  // Follows the cause that the log is filtered by, until somebody picks another one here.
  if (picked.from !== search.cause) setPicked({ from: search.cause, cause: search.cause });
  const chosen = reading.causes.find(({ key }) => key === picked.cause) ?? null;
  const complete = reading.phase === 'complete';

  const download = async (format: LogExport['format']) => {
    if (!session || state === 'making') return;
    const what: LogExport = { format, cause: chosen?.key ?? null, withoutPersonal };
    const name = logFileName({ environment, id: operation.id }, what, complete);
    setState('making');
    try {
      saveFile(name, await session.export(what), FILE_TYPES[format]);
      setState('');
    } catch {
      setState('failed');
    }
  };

  return (
    <div role="group" aria-label={t('Files of failures')} className={styles.downloads}>
      <div className={styles.row}>
        <button
          type="button"
          className="button"
          aria-disabled={state === 'making'}
          onClick={() => void download('inputs')}
        >
          {t('Download failed inputs')}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={state === 'making'}
          onClick={() => void download('csv')}
        >
          {t('Download failures as CSV')}
        </button>
        <select
          className={`field ${styles.which}`}
          aria-label={t('Failures of which cause')}
          value={chosen?.key ?? ''}
          onChange={(event) => setPicked({ from: search.cause, cause: event.target.value || null })}
        >
          <option value="">{t('All causes ({items})', { items: itemsWords(reading.failed) })}</option>
          {reading.causes.map((cause) => (
            <option key={cause.key} value={cause.key}>
              {causeName(cause, reading.causes)} ({formatCount(cause.count)})
            </option>
          ))}
        </select>
        <label className={styles.personal}>
          <input
            type="checkbox"
            checked={withoutPersonal}
            onChange={(event) => setWithoutPersonal(event.target.checked)}
          />
          {t('Leave out personal fields (user_id, private_comment)')}
        </label>
      </div>
      <p className={styles.note}>
        {noteOf(operation.type, withoutPersonal)}
        {!complete && ` ${incompleteNote(reading)}`}
      </p>
      <p role="status" className={styles.said}>
        {state === 'making' && t('Making the file…')}
        {state === 'failed' && t('The file could not be made. Read the log again, then try once more.')}
      </p>
    </div>
  );
}

function noteOf(type: string, withoutPersonal: boolean): string {
  const bonus = type === 'USER_BONUS.BATCH_CREATE';
  if (withoutPersonal) {
    return bonus
      ? t(
          'Without user_id a file of bonuses cannot be sent again as it is; this one is for showing to others.',
        )
      : t('Where an item had these fields, it cannot be sent again as it is.');
  }
  return bonus
    ? t(
        'The inputs are a JSON array of the items as they were sent, to be corrected and sent again; they say who was to be paid and why, so keep the file to yourself.',
      )
    : t('The inputs are a JSON array of the items as they were sent, to be corrected and sent again.');
}

function incompleteNote(reading: LogReading): string {
  return isComing(reading)
    ? t(
        'The log is still loading: a file made now holds what has been received, and its name says that it is incomplete.',
      )
    : t('The log is incomplete: the file holds what was received, and its name says so.');
}
