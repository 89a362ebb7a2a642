import { describe, expect, test } from 'vitest';
import { createClock } from './clock.ts';

function movable() {
  const source = { ms: 1000 };
  return { source, clock: createClock(() => source.ms) };
}

describe('the clock', () => {
  test('follows its source until it is moved', () => {
    const { source, clock } = movable();
    source.ms = 1500;
    expect(clock.now()).toBe(1500);
    clock.advance(60_000);
    source.ms = 1600;
    expect(clock.now()).toBe(61_600);
  });

  test('stands still while frozen, moves when told to, and runs on from there', () => {
    const { source, clock } = movable();
    clock.freeze();
    source.ms = 5000;
    expect([clock.now(), clock.frozen()]).toEqual([1000, true]);
    clock.advance(250);
    expect(clock.now()).toBe(1250);
    clock.resume();
    source.ms = 5100;
    expect([clock.now(), clock.frozen()]).toEqual([1350, false]);
  });

  test('freezes at a given time, is set, and goes back to its source', () => {
    const { source, clock } = movable();
    clock.freeze(77);
    expect(clock.now()).toBe(77);
    clock.set(99);
    expect([clock.now(), clock.frozen()]).toEqual([99, true]);
    source.ms = 2000;
    clock.reset();
    expect([clock.now(), clock.frozen()]).toEqual([2000, false]);
  });

  test('refuses what is no time', () => {
    expect(() => movable().clock.set(Number.NaN)).toThrow(RangeError);
  });
});
