import type { SortDirection } from '../filters.ts';
import { KNOWN_STATUSES, OPERATION_STATUSES } from '../vocabulary.ts';
import { askAndLearn, type Ask } from './answers.ts';
import { presentOnly } from './narrow.ts';
import type { Scope } from './scope.ts';
import type { Placement, ServerTraits } from './serverTraits.ts';

/** How long a search that found nothing absent is believed, in ms. */
const BELIEVED_MS = 30_000;

/** Rows of a status that are looked through for one without a `finished`: a running one with it has been seen. */
const EVIDENCE_LIMIT = 100;

const SUBMITTED = { field: 'submitted', direction: 'desc' } as const;

const EVERYTHING: Scope = { type: null, status: null, bounds: {}, rows: 'all' };

/** Statuses whose operations may lack a `finished`: the known ones that are not terminal, and unknown ones seen. */
function unfinishedStatuses(traits: ServerTraits): string[] {
  return [...KNOWN_STATUSES.filter((status) => !OPERATION_STATUSES[status].terminal), ...traits.statuses];
}

/**
 * Where the server sorts rows without a `finished`, for both directions; null when there is no such row anywhere, so
 * that it does not matter. The API does not say and servers differ, so it is found out: three requests (four where
 * both directions put them last), once a session.
 */
export async function findPlacements(
  ask: Ask,
  traits: ServerTraits,
  now: number,
): Promise<Record<SortDirection, Placement> | null> {
  const { asc, desc } = traits.absentFinished;
  if (asc && desc) return { asc, desc };
  if (traits.nothingAbsentAt !== null && now - traits.nothingAbsentAt < BELIEVED_MS) return null;
  const found = {
    asc: await placementByFirstRow(ask, traits, 'asc'),
    desc: await placementByFirstRow(ask, traits, 'desc'),
  };
  // A first row shows an order only while rows of both kinds exist. Without the other kind it is good for this page
  // and not remembered.
  if (found.asc === 'last' && found.desc === 'last') {
    if (!(await anyAbsent(ask, traits))) {
      traits.nothingAbsentAt = now;
      return null;
    }
  } else if (!(await anyPresent(ask, traits))) return found;
  Object.assign(traits.absentFinished, found);
  return found;
}

async function anyPresent(ask: Ask, traits: ServerTraits): Promise<boolean> {
  const question = { scope: presentOnly(EVERYTHING), keys: [SUBMITTED], id: null, limit: 1 };
  return (await askAndLearn(ask, traits, question)).items.length > 0;
}

async function placementByFirstRow(
  ask: Ask,
  traits: ServerTraits,
  direction: SortDirection,
): Promise<Placement> {
  const known = traits.absentFinished[direction];
  if (known) return known;
  const question = {
    scope: EVERYTHING,
    keys: [{ field: 'finished', direction } as const],
    id: null,
    limit: 1,
  };
  const [first] = (await askAndLearn(ask, traits, question)).items;
  return first?.finished === null ? 'first' : 'last';
}

async function anyAbsent(ask: Ask, traits: ServerTraits): Promise<boolean> {
  // The newest of all first: whatever their status, the unfinished are mostly among them.
  for (const status of [null, ...unfinishedStatuses(traits)]) {
    const question = { scope: { ...EVERYTHING, status }, keys: [SUBMITTED], id: null, limit: EVIDENCE_LIMIT };
    const { items } = await askAndLearn(ask, traits, question);
    if (items.some((row) => row.finished === null)) return true;
  }
  return false;
}
