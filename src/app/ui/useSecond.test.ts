import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onSecond, thisSecond, tickNow } from './useSecond.ts';

let moveAHand = (): void => {};

beforeEach(() => {
  vi.stubGlobal('addEventListener', (_: string, note: () => void) => (moveAHand = note));
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 12, 0, 0, 400) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Notes the milliseconds of the minute at which each tick comes, and at which those come that nothing rests in. */
function listen(): { readonly at: number[]; readonly shown: number[]; readonly stop: () => void } {
  const at: number[] = [];
  const shown: number[] = [];
  const stop = onSecond((resting) => {
    at.push(Date.now() % 60_000);
    if (!resting) shown.push(Date.now() % 60_000);
  });
  return { at, shown, stop };
}

test('all that tick do so together, once a second, and no timer is left behind the last of them', () => {
  const first = listen();
  vi.advanceTimersByTime(500);
  const second = listen();
  vi.advanceTimersByTime(2500);
  expect(first.at).toEqual([1400, 2400, 3400]);
  expect(second.at).toEqual(first.at);
  expect(thisSecond() % 60_000).toBe(3000);
  first.stop();
  expect(vi.getTimerCount()).toBe(1);
  second.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer has all of them tick with it, and the next answer of the same moment comes before a tick', () => {
  const { at, stop } = listen();
  vi.advanceTimersByTime(1300);
  tickNow();
  expect(at).toEqual([1400, 1700]);
  vi.advanceTimersByTime(4990);
  // Once a second in between, and once with each answer, which may be a little early or late.
  expect(at).toEqual([1400, 1700, 2850, 3850, 4850, 5850]);
  tickNow();
  expect(at.at(-1)).toBe(6690);
  // Stopped in the pause behind an answer, too.
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer starts no clock where nothing ticks', () => {
  tickNow();
  expect(vi.getTimerCount()).toBe(0);
});

test('while nobody is at the page, what may rest has its turn with an answer, or after ten seconds', () => {
  const { at, shown, stop } = listen();
  vi.advanceTimersByTime(1000);
  moveAHand();
  vi.advanceTimersByTime(59_000);
  // Somebody was there within the minute: nothing rested in any of these seconds.
  expect(at).toHaveLength(60);
  expect(shown).toEqual(at);
  at.length = shown.length = 0;

  // The hand is a minute ago now: its seconds were shown until that of 400.
  vi.advanceTimersByTime(4300);
  tickNow();
  expect(shown).toEqual([4700]);
  vi.advanceTimersByTime(5000);
  tickNow();
  expect(shown).toEqual([4700, 9700]);
  // No answer comes: after ten seconds, by the second that ticks next.
  vi.advanceTimersByTime(21_300);
  expect(shown).toEqual([4700, 9700, 19_850, 29_850]);

  moveAHand();
  vi.advanceTimersByTime(2000);
  expect(shown).toEqual([4700, 9700, 19_850, 29_850, 31_850, 32_850]);
  stop();
});
