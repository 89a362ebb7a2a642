import { integer, mix, type Random } from './random.ts';

/** The imagined requester's account: a dozen projects with their pools and trainings, the same for every seed. */

const PROJECT_NAMES = [
  'Is there a cat in the picture?',
  'Street sign transcription',
  'Search relevance: recipes',
  'Product photos: side by side',
  'Audio clips: is it speech?',
  'Shop opening hours (field tasks)',
  'Toxic comments',
  'Receipts: totals and dates',
  'Road damage outlines',
  'Intent of a chat message',
  'Headline classification',
  'Voice assistant: quality of answers',
] as const;

const POOL_NAMES = [
  'pilot',
  'main',
  'exam',
  'retry',
  'night run',
  'overlap 5',
  'hard cases',
  'golden set',
] as const;

/** Where an operation happens. */
export type Place = {
  readonly projectId: string;
  readonly projectName: string;
  readonly poolId: string;
  readonly poolName: string;
  readonly trainingId: string;
};

/** Draws a project and one of its pools and trainings. IDs are decimal texts, as the API's are. */
export function drawPlace(random: Random): Place {
  const project = integer(random, 0, PROJECT_NAMES.length - 1);
  const pool = integer(random, 0, 23);
  const projectName = PROJECT_NAMES[project] ?? '';
  return {
    projectId: String(92_000 + (mix(project, 1) % 7000)),
    projectName,
    poolId: String(20_600_000 + project * 40_000 + (mix(project, pool) % 40_000)),
    poolName: `${projectName} – ${POOL_NAMES[pool % POOL_NAMES.length]} ${1 + Math.floor(pool / 8)}`,
    trainingId: String(1_300_000 + project * 500 + (pool % 4)),
  };
}
