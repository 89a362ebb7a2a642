import { sameReading, type Operation } from '../../toloka/operation.ts';

/**
 * Keeps the objects of operations that an answer did not change, matched by ID. React-query's own sharing goes by
 * place in the array, so that one new row on top would make every row a new one and render it again.
 */
export function shareOperations(
  before: readonly Operation[],
  next: readonly Operation[],
): readonly Operation[] {
  const known = new Map(before.map((operation) => [operation.id, operation]));
  const shared = next.map((operation) => {
    const old = known.get(operation.id);
    return old && sameReading(old, operation) ? old : operation;
  });
  const same =
    shared.length === before.length && shared.every((operation, index) => operation === before[index]);
  return same ? before : shared;
}
