import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeOperation } from './makeOperation.ts';
import { SERVER_TYPES } from './profiles.ts';
import { PROGRESS_SHAPES, progressCurve, type ProgressShape } from './progressCurves.ts';
import { createRandom } from './random.ts';
import { stateAt } from './schedule.ts';

const SHAPES = Object.keys(PROGRESS_SHAPES) as ProgressShape[];
const SUBMITTED = Date.UTC(2026, 4, 20) * 1000;

const operations = fc
  .tuple(fc.nat(), fc.constantFrom(...SERVER_TYPES))
  .map(([seed, type]) => makeOperation(createRandom(seed), { type, submitted: SUBMITTED + seed }));

describe('an operation over time', () => {
  test('goes PENDING, RUNNING, its outcome, and its progress never falls', () => {
    fc.assert(
      fc.property(
        operations,
        fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { minLength: 2 }),
        (made, moments) => {
          const order = ['PENDING', 'RUNNING', made.outcome];
          let step = 0;
          let progress = 0;
          for (const moment of moments.toSorted((a, b) => a - b)) {
            const now = made.submitted + moment * (made.finished - made.submitted + 1);
            const state = stateAt(made, now);
            expect(order.indexOf(state.status)).toBeGreaterThanOrEqual(step);
            step = order.indexOf(state.status);
            if (state.progress !== null) expect(state.progress).toBeGreaterThanOrEqual(progress);
            progress = state.progress ?? progress;
            expect(state.finished !== null).toBe(state.status === made.outcome);
            expect(state.started !== null).toBe(state.status !== 'PENDING');
            if (state.status === 'PENDING') expect(state.progress).toBeNull();
          }
        },
      ),
    );
  });

  test('never changes once it is over', () => {
    fc.assert(
      fc.property(operations, fc.nat(), (made, later) => {
        expect(stateAt(made, made.finished + later)).toEqual(stateAt(made, made.finished));
      }),
    );
  });

  test('starts after it was submitted and ends after it started, in at most eleven minutes', () => {
    fc.assert(
      fc.property(operations, ({ submitted, started, finished }) => {
        expect(started).toBeGreaterThanOrEqual(submitted);
        expect(finished).toBeGreaterThanOrEqual(started);
        expect(finished - submitted).toBeLessThan(660e6);
      }),
    );
  });

  test.each(SHAPES)('%s runs from 0 to 1, never falls and never ends early', (shape) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const curve = progressCurve(shape, seed);
        const values = Array.from({ length: 201 }, (_, index) => curve(index / 200));
        expect(values[0]).toBe(0);
        expect(values[200]).toBe(1);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(curve(0.9999)).toBeLessThan(1);
        expect(progressCurve(shape, seed)(0.37), 'the same seed gives the same curve').toBe(curve(0.37));
      }),
    );
  });

  test('a failing one stops where it broke', () => {
    const batch = { total: 200, notValid: 120, skipInvalid: true, cause: 'broken-off' } as const;
    const made = makeOperation(createRandom(5), { type: 'TASK.BATCH_CREATE', submitted: SUBMITTED, batch });
    expect(stateAt(made, made.finished)).toMatchObject({ status: 'FAIL', progress: 40 });
  });
});
