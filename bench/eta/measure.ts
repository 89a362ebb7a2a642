import { latelyOf } from '../../src/toloka/estimate/lately.ts';
import { addSample, type ProgressSample } from '../../src/toloka/estimate/samples.ts';
import { stated } from '../../src/toloka/estimate/stated.ts';
import { timeLeft, type Evidence } from '../../src/toloka/estimate/timeLeft.ts';
import type { Case } from './operations.ts';
import type { Poll } from './watch.ts';

/** The page is read at so many evenly spaced moments of each operation, so that each counts the same. */
const MOMENTS = 50;

/** What the page said about one operation. */
export type Score = {
  /** Moments at which the page was read, at which it stated a range, and at which the true end lay in it. */
  readonly moments: number;
  readonly shown: number;
  readonly inside: number;
  /** Moments at which it ended sooner than the range said. */
  readonly sooner: number;
  /** Widths of the stated ranges, each relative to the true time left at that moment. */
  readonly widths: readonly number[];
};

/** Reads the page from the first answer that shows the operation running to its end. */
export function score({ operation, lately }: Case, polls: readonly Poll[], withHistory: boolean): Score {
  const seen = evidenceOf(operation.started / 1000, polls, withHistory ? lately : []);
  const end = operation.finished / 1000;
  const begin = seen[0]?.at ?? end;
  const found = { moments: begin < end ? MOMENTS : 0, shown: 0, inside: 0, sooner: 0 };
  const widths: number[] = [];
  let place = 0;
  for (let index = 0; index < found.moments; index++) {
    const at = begin + ((index + 0.5) / MOMENTS) * (end - begin);
    while ((seen[place + 1]?.at ?? end) <= at) place += 1;
    const evidence = seen[place]?.evidence;
    const said = evidence && timeLeft(evidence);
    if (said?.kind !== 'range') continue;
    // As a person reads it: in round numbers, and as old as the last poll.
    const range = stated(said.fromMs, said.toMs);
    const left = end - at;
    found.shown += 1;
    if (left >= range.fromMs && left <= range.toMs) found.inside += 1;
    if (left < range.fromMs) found.sooner += 1;
    widths.push((range.toMs - range.fromMs) / left);
  }
  return { ...found, widths };
}

function evidenceOf(started: number, polls: readonly Poll[], durations: readonly number[]) {
  const lately = latelyOf(durations);
  const seen: { readonly at: number; readonly evidence: Evidence }[] = [];
  let samples: readonly ProgressSample[] = [];
  let waitingAt: number | null = null;
  for (const { at, state } of polls) {
    if (state.status === 'PENDING') waitingAt = at;
    if (state.status !== 'RUNNING') continue;
    samples = addSample(samples, { at, percent: state.progress });
    seen.push({ at, evidence: { samples, started, waitingAt, lately } });
  }
  return seen;
}
