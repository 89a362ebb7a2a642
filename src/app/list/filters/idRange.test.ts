import { describe, expect, test } from 'vitest';
import { BOUND_NAMES } from '../../../toloka/filters.ts';
import { applyIdDraft, idDraftOf, idFieldLabel } from './idRange.ts';

const EMPTY = { gt: '', gte: '', lt: '', lte: '' };

describe('an ID range', () => {
  test('has a field for each bound, with a name of its own', () => {
    expect(BOUND_NAMES.map((bound) => idFieldLabel('id', bound))).toEqual([
      'ID after (>)',
      'ID from (≥)',
      'ID before (<)',
      'ID to (≤)',
    ]);
  });

  test('shows the bounds of the URL', () => {
    expect(idDraftOf('id', { id_gt: 'a', submitted_gt: '2022-12-01' })).toEqual({ ...EMPTY, gt: 'a' });
  });

  test('replaces its own bounds and nobody else’s; blanks around an ID do not count', () => {
    const bounds = { id_gt: 'a', id_lt: 'z', submitted_gt: '2022-12-01' };
    expect(applyIdDraft('id', bounds, { ...EMPTY, lte: ' 57068577e4b0bf7b07a0256f\n' })).toEqual({
      bounds: { submitted_gt: '2022-12-01', id_lte: '57068577e4b0bf7b07a0256f' },
      replaced: ['id_gt', 'id_lt', 'id_lte'],
    });
  });

  test('answers only for the fields that were changed', () => {
    const bounds = { id_gt: 'a' };
    expect(applyIdDraft('id', bounds, { ...idDraftOf('id', bounds), lt: 'z' })).toEqual({
      bounds: { id_gt: 'a', id_lt: 'z' },
      replaced: ['id_lt'],
    });
  });

  test('refuses what cannot be an ID, at the field where it stands', () => {
    const edit = applyIdDraft('id', {}, { ...EMPTY, gt: 'a b', lt: 'fine' });
    expect('faults' in edit && Object.keys(edit.faults)).toEqual(['gt']);
  });
});
