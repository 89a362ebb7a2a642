import { expect, test } from 'vitest';
import { createGate } from './gate.ts';
import { Problem } from './problem.ts';

let time = 0;
const gateAt = (start: number) => {
  time = start;
  return createGate(() => time);
};

/** The Retry-After of a closed gate; null when it is open. */
function waitAt(gate: ReturnType<typeof createGate>, generation: number, at: number): string | null {
  time = at;
  try {
    gate.check(generation);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect([error.status, error.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    return error.headers['retry-after'] ?? '';
  }
}

test('is closed until the time is over, and says how long that is', () => {
  const gate = gateAt(1000);
  expect(waitAt(gate, 0, 1000)).toBeNull();
  gate.close(0, 7000);
  expect(waitAt(gate, 0, 1000)).toBe('7');
  expect(waitAt(gate, 0, 1001)).toBe('7');
  expect(waitAt(gate, 0, 7500)).toBe('1');
  expect(waitAt(gate, 0, 7999)).toBe('1');
  expect(waitAt(gate, 0, 8000)).toBeNull();
});

test('a shorter wait does not open it early; a longer one keeps it closed', () => {
  const gate = gateAt(0);
  gate.close(0, 60_000);
  gate.close(0, 5000);
  expect(waitAt(gate, 0, 6000)).toBe('54');
  gate.close(0, 100_000);
  expect(waitAt(gate, 0, 6000)).toBe('100');
});

test('a new token finds it open', () => {
  const gate = gateAt(0);
  gate.close(0, 60_000);
  expect(waitAt(gate, 1, 10)).toBeNull();
  gate.close(1, 2000);
  expect(waitAt(gate, 1, 10)).toBe('2');
});

test('says it in words', () => {
  const gate = gateAt(0);
  gate.close(0, 3_600_000);
  expect(() => gate.check(0)).toThrow('The API has asked to wait. It will be asked again in 3,600 seconds.');
});
