import { formatCount } from '../../ui/format.ts';
import type { ExportState } from './exportRun.ts';

/** How far an export is and how fast: `12,300 rows, 1,100 rows/s`; with what was looked through for a text. */
export function progressWords(state: ExportState, searching: boolean, now: number): string {
  const { rows, walked, startedAt, restedAt } = state;
  const seconds = Math.max(1, ((restedAt ?? now) - startedAt) / 1000);
  const rate = `${formatCount(Math.round(walked / seconds))} ${searching ? 'searched' : 'rows'}/s`;
  const count = `${formatCount(rows)} row${rows === 1 ? '' : 's'}`;
  return searching ? `${count} of ${formatCount(walked)} searched, ${rate}` : `${count}, ${rate}`;
}

/** What came of an export at rest. */
export function outcomeWords({ phase }: ExportState): string {
  if (phase === 'complete') return 'The export is complete.';
  if (phase === 'incomplete') return 'Incomplete: the file ends where the export stopped, and says so.';
  return phase === 'lost' ? 'The file could not be written.' : '';
}
