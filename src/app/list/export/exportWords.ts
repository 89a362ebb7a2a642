import { plural, t } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import type { ExportState } from './exportRun.ts';

/** How far an export is and how fast: `12,300 rows, 1,100 rows/s`; with what was looked through for a text. */
export function progressWords(state: ExportState, searching: boolean, now: number): string {
  const { rows, walked, startedAt, restedAt } = state;
  const seconds = Math.max(1, ((restedAt ?? now) - startedAt) / 1000);
  const rate = formatCount(Math.round(walked / seconds));
  return searching
    ? plural(
        rows,
        '{n} row of {walked} searched, {rate} searched/s',
        '{n} rows of {walked} searched, {rate} searched/s',
        { walked: formatCount(walked), rate },
      )
    : plural(rows, '{n} row, {rate} rows/s', '{n} rows, {rate} rows/s', { rate });
}

/** What came of an export at rest. */
export function outcomeWords({ phase }: ExportState): string {
  if (phase === 'complete') return t('The export is complete.');
  if (phase === 'incomplete') return t('Incomplete: the file ends where the export stopped, and says so.');
  return phase === 'lost' ? t('The file could not be written.') : '';
}
