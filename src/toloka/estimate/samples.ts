/** What one poll saw of a running operation: the client's clock (epoch ms) and the percent, null when none was told. */
export type ProgressSample = { readonly at: number; readonly percent: number | null };

/** More than the two samples of each of 101 percents that a progress which only rises can need. */
const MOST_SAMPLES = 210;

/**
 * The samples with one more, as a new array; the same array when it says nothing (no later than the last one, or no
 * instant at all). Of polls that saw the same percent only the first and the last are kept: nothing is lost by that, and
 * the memory is bounded. A percent that falls, comes or goes begins anew: what was seen before is of another run. So does
 * a clock that was set back by more than a minute.
 */
export function addSample(
  samples: readonly ProgressSample[],
  sample: ProgressSample,
): readonly ProgressSample[] {
  if (!Number.isFinite(sample.at)) return samples;
  const last = samples.at(-1);
  if (!last) return [sample];
  if (sample.at <= last.at) return last.at - sample.at > CLOCK_SET_BACK_MS ? [sample] : samples;
  if (last.percent === sample.percent) {
    const run = samples.at(-2)?.percent === sample.percent;
    return [...(run ? samples.slice(0, -1) : samples), sample];
  }
  const rises = last.percent !== null && sample.percent !== null && sample.percent > last.percent;
  return rises ? [...samples, sample].slice(-MOST_SAMPLES) : [sample];
}

const CLOCK_SET_BACK_MS = 60_000;
