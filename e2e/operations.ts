import type { WireOperation } from './emulator.ts';

/** A finished pool opening, with whatever a test wants to be different. */
export function operation(fields: Partial<WireOperation> & { readonly id: string }): WireOperation {
  return {
    type: 'POOL.OPEN',
    status: 'SUCCESS',
    submitted: '2026-03-20T10:00:00.000',
    started: '2026-03-20T10:00:01.000',
    finished: '2026-03-20T10:00:03.500',
    progress: 100,
    parameters: { pool_id: '20646589' },
    ...fields,
  };
}

/** Text of `count` digits: `0042`. */
export function digits(value: number, count = 3): string {
  return String(value).padStart(count, '0');
}
