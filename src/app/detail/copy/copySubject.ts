import type { Operation } from '../../../toloka/operation.ts';
import type { LogReading } from '../../api/log/logSession.ts';

/** What is copied, as the page knows it. */
export type CopySubject = {
  readonly environment: string;
  readonly id: string;
  /** Null where it cannot be read. */
  readonly operation: Operation | null;
  /** What the page has read of the log by now; null when nothing. Asked at the click, since it grows all the time. */
  readonly readLog: () => LogReading | null;
};
