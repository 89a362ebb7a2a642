import type { Operation } from '../../../toloka/operation.ts';
import type { PageReading } from '../../../toloka/paging/page.ts';
import { boundaryOf } from '../../../toloka/place.ts';
import { totalOrder } from '../../../toloka/sort.ts';
import { isTerminal } from '../../../toloka/vocabulary.ts';
import { adopt, keepOld, sameItems } from './adopt.ts';
import { hasLeftFilter, leavesFilterWhenItEnds } from './leaving.ts';
import { createPositions, type Positions } from './positions.ts';
import type { Departure, Facts, News, Row, Screen } from './screen.ts';

/**
 * Takes in a newer reading of the page on screen: rows change in place, none comes, goes or moves; what is new is
 * counted. Unchanged rows stay the same objects.
 */
export function refresh(screen: Screen, reading: PageReading, facts: Facts): Screen {
  const positions = createPositions(facts, reading, screen.rows);
  const updated = screen.rows.map((row, index) => updatedRow(row, index, reading, positions, facts));
  const rows = sameItems(updated, screen.rows) ? screen.rows : updated;
  const counted = countNews(screen, reading, positions);
  const news = sameNews(counted, screen.news) ? screen.news : counted;
  return { rows, news, ...ways(screen, reading, positions, facts), reading };
}

/**
 * The page as it was read, with the rows that have left the list still at their places: for one who watches without
 * touching anything. Those that the page no longer reaches to go, and of the others no more than a page's worth stays.
 */
export function glide(screen: Screen, reading: PageReading, facts: Facts): Screen {
  const positions = createPositions(facts, reading, screen.rows);
  const fresh = adopt(screen, reading);
  const rows = [...fresh.rows];
  const shown = new Set(reading.items.map(({ id }) => id));
  const left = screen.rows.filter((row) => row.departure !== null && !shown.has(row.operation.id));
  for (const row of left.slice(0, facts.query.limit)) {
    const at = rows.findIndex((other) => positions.compare(other.origin, row.origin) > 0);
    if (at >= 0) rows.splice(at, 0, row);
    else if (reading.next === null) rows.push(row);
  }
  return sameItems(rows, fresh.rows) ? fresh : { ...fresh, rows };
}

function updatedRow(row: Row, index: number, reading: PageReading, positions: Positions, facts: Facts): Row {
  const fresh = positions.fresh(row.operation.id);
  const latest = fresh ?? laterReading(row.operation, facts.elsewhere(row.operation.id));
  const operation = latest ? keepOld(row.operation, latest) : row.operation;
  const departure = fresh ? null : departureOf({ ...row, operation }, index, reading, positions, facts);
  return operation === row.operation && departure === row.departure ? row : { ...row, operation, departure };
}

function departureOf(
  row: Row,
  index: number,
  reading: PageReading,
  positions: Positions,
  facts: Facts,
): Departure | null {
  if (hasLeftFilter(row.operation, facts.query)) return 'unmatched';
  // A stream that could not be read says nothing about its rows.
  if (reading.missing) return row.departure;
  if (!positions.covered(index)) return mayBeBack(row, facts) ? null : row.departure;
  const sortsByFinish = totalOrder(facts.query.sort).keys.some(({ field }) => field === 'finished');
  // One that runs may have a finish time already, and get another when it really ends (API facts: seen).
  const unsettled = row.origin.finished === null || !isTerminal(row.origin.status);
  const mayHaveMoved = sortsByFinish && unsettled && !leavesFilterWhenItEnds(facts.query);
  return mayHaveMoved ? 'moved' : 'unmatched';
}

/** Whether one that was missing may match again: it goes on, and the filters ask for a status that may come of it. */
function mayBeBack({ operation, departure }: Row, { query }: Facts): boolean {
  const waitsForStatus = query.statuses.length > 0 && !leavesFilterWhenItEnds(query);
  return departure === 'unmatched' && !isTerminal(operation.status) && waitsForStatus;
}

/** An operation's life goes one way: of two readings without a clock, the one that has ended is the later. */
function laterReading(operation: Operation, other: Operation | null): Operation | null {
  return other && other.finished !== null && operation.finished === null ? other : null;
}

function countNews(screen: Screen, reading: PageReading, positions: Positions): News {
  const known = new Set(screen.rows.map((row) => row.operation.id));
  const first = screen.rows[0];
  let ahead = 0;
  let among = 0;
  for (const [at, operation] of positions.stretch.entries()) {
    if (known.has(operation.id)) continue;
    const onPage = positions.onPage(at);
    if (first && positions.isAhead(at, first)) ahead += onPage || reading.side === 'after' ? 1 : 0;
    else among += onPage ? 1 : 0;
  }
  const atLeast = ahead > 0 && ahead === positions.stretch.length && reading.reach !== null;
  return { ahead, atLeast, among };
}

/** The ways to the neighbouring pages: always from the rows on screen, so that nothing between pages is lost. */
function ways(
  screen: Screen,
  reading: PageReading,
  positions: Positions,
  { query }: Facts,
): Pick<Screen, 'next' | 'previous'> {
  const { next, previous } = screen;
  const order = totalOrder(query.sort);
  const up = reading.side === 'before';
  const edge = up ? screen.rows[0] : screen.rows.at(-1);
  const follows = edge ? positions.goesOnBehind(edge, up) : null;
  const before = up ? previous : next;
  if (!edge || follows === null || follows === (before !== null)) return { next, previous };
  const way = follows ? boundaryOf(edge.origin, order) : null;
  return up ? { next, previous: way } : { next: way, previous };
}

function sameNews(a: News, b: News): boolean {
  return a.ahead === b.ahead && a.atLeast === b.atLeast && a.among === b.among;
}
