import type { LogExport } from '../../api/log/logSession.ts';

const ENDS = { inputs: 'failed-inputs', csv: 'failures' } as const;
const EXTENSIONS = { inputs: 'json', csv: 'csv' } as const;

/** MIME types of the files. */
export const FILE_TYPES = { inputs: 'application/json', csv: 'text/csv' } as const;

/**
 * The name of a downloaded file: `toloka-production-3a51f7c0-failed-inputs.json`. It says when the file holds one cause
 * only, lacks personal fields, or was made from a log that did not come whole: whoever gets it sees no page beside it.
 */
export function logFileName(
  place: { readonly environment: string; readonly id: string },
  what: LogExport,
  complete: boolean,
): string {
  const parts = [
    'toloka',
    place.environment,
    place.id,
    ENDS[what.format],
    ...(what.cause === null ? [] : ['one-cause']),
    ...(what.withoutPersonal ? ['without-personal-fields'] : []),
    ...(complete ? [] : ['incomplete']),
  ];
  return `${parts.join('-')}.${EXTENSIONS[what.format]}`;
}
