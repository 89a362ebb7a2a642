import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** What a benchmark may be told on the command line. */
export type BenchOptions = {
  /** `--minutes`: how long it may take, for those that run for a while; null when nothing is said. */
  readonly minutes: number | null;
  /** `--runs`: how often what is measured in runs is, for those that say so; null when nothing is said. */
  readonly runs: number | null;
  /** `--full`: the large sizes, which are left out where all benchmarks have to be done in ten minutes. */
  readonly full: boolean;
};

/** What a benchmark found: tables for people, and the same figures for programs (`--json`). */
export type BenchResult = {
  readonly text: string;
  readonly data: { readonly [name: string]: BenchData };
};

/** Anything that JSON can say. Arrays of equal records, rather than tables of texts. */
export type BenchData =
  string | number | boolean | null | readonly BenchData[] | { readonly [name: string]: BenchData };

/** Which machine, versions and commit the figures are of; `chromium` is the browser's version, if one took part. */
export function describeMachine(chromium?: string): string {
  const [cpu] = cpus();
  // A copy without its history has no commit to name.
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return [
    `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores`,
    `Node ${process.version}`,
    ...(chromium === undefined ? [] : [`Chromium ${chromium}`]),
    `commit ${commit.status === 0 ? commit.stdout.trim() : 'unknown'}`,
  ].join(' · ');
}
