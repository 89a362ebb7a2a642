import type { Operation, OperationList } from '../../src/toloka/operation.ts';
import { compareUtc } from '../../src/toloka/timeOrder.ts';

/** An operation as far as paging looks at it. */
export type Row = { id: string; type: string; status: string; submitted: string; finished: string | null };

/** What the API leaves open and this model server decides. */
export type Manners = {
  /** Where an absent `finished` sorts: on one side whatever the direction, or as the smallest or largest value. */
  absent: 'first' | 'last' | 'smallest' | 'largest';
  /** The server's own order of IDs, lowest first: no client can guess it. */
  idOrder: (id: string) => string;
};

/**
 * A plain model of the list's endpoint, written apart from the emulator: filters, sorts with ties in an order that
 * changes from call to call, cuts at the limit.
 */
export function createModelServer(rows: () => readonly Row[], manners: Manners) {
  let calls = 0;
  const asked: string[] = [];
  const ask = (search: string): Promise<OperationList> => {
    calls++;
    asked.push(search);
    const parameters = new URLSearchParams(search);
    const limit = Number(parameters.get('limit'));
    if (!(limit >= 1 && limit <= 300)) throw new Error(`the model server was asked for ${limit} rows`);
    const keys = (parameters.get('sort') ?? '').split(',');
    const found = rows()
      .filter((row) => [...parameters].every(([name, value]) => matches(row, name, value, manners)))
      .map((row) => ({ row, luck: luck(row.id, calls) }))
      .sort((a, b) => {
        for (const key of keys) {
          const order = compareBy(a.row, b.row, key, manners);
          if (order !== 0) return order;
        }
        return a.luck - b.luck;
      })
      .map(({ row }) => row);
    const items = found.slice(0, limit).map(asOperation);
    return Promise.resolve({ items, hasMore: found.length > limit });
  };
  return { ask, asked, calls: () => calls };
}

/** The rows that match a query string, as a set: the reference that walks are held against. */
export function matching(rows: readonly Row[], search: string, manners: Manners): Row[] {
  const parameters = [...new URLSearchParams(search)];
  return rows.filter((row) => parameters.every(([name, value]) => matches(row, name, value, manners)));
}

function matches(row: Row, name: string, value: string, manners: Manners): boolean {
  if (name === 'sort' || name === 'limit') return true;
  if (name === 'type') return row.type === value;
  if (name === 'status') return row.status === value;
  const [field, bound] = name.split('_');
  let order: number;
  if (field === 'id') order = compareText(manners.idOrder(row.id), manners.idOrder(value));
  else {
    const own = field === 'submitted' ? row.submitted : row.finished;
    if (own === null) return false;
    order = compareUtc(own, value);
  }
  if (bound === 'gt') return order > 0;
  if (bound === 'gte') return order >= 0;
  if (bound === 'lt') return order < 0;
  if (bound === 'lte') return order <= 0;
  throw new Error(`the model server does not know ${name}`);
}

function compareBy(a: Row, b: Row, key: string, manners: Manners): number {
  const sign = key.startsWith('-') ? -1 : 1;
  const field = key.replace('-', '');
  if (field === 'id') return sign * compareText(manners.idOrder(a.id), manners.idOrder(b.id));
  if (field === 'submitted') return sign * compareUtc(a.submitted, b.submitted);
  if (field !== 'finished') throw new Error(`the model server does not sort by ${field}`);
  if (a.finished !== null && b.finished !== null) return sign * compareUtc(a.finished, b.finished);
  if (a.finished === null && b.finished === null) return 0;
  const absentFirst =
    manners.absent === 'first' ||
    (manners.absent === 'smallest' && sign > 0) ||
    (manners.absent === 'largest' && sign < 0);
  return (a.finished === null) === absentFirst ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number that looks random, the same for the same row and call. */
function luck(id: string, call: number): number {
  let hash = call * 2654435761;
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return hash >>> 0;
}

function asOperation(row: Row): Operation {
  return { ...row, started: null, progress: null, parameters: null, details: null, raw: { ...row } };
}
