import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus', 'visibilitychange'];
const signs = new Map<string, () => void>();

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 12) });
  vi.stubGlobal('addEventListener', (sign: string, note: () => void) => signs.set(sign, note));
  vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => {
  signs.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('whoever opens a page is there for a minute', async () => {
  const { isSomebodyHere } = await import('./presence.ts');
  expect(isSomebodyHere()).toBe(true);
  vi.advanceTimersByTime(59_999);
  expect(isSomebodyHere()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isSomebodyHere()).toBe(false);
});

test.each(SIGNS)('%s shows that somebody is there again', async (sign) => {
  const { isSomebodyHere } = await import('./presence.ts');
  isSomebodyHere();
  vi.advanceTimersByTime(3_600_000);
  expect(isSomebodyHere()).toBe(false);
  expect([...signs.keys()]).toEqual(SIGNS);
  signs.get(sign)?.();
  expect(isSomebodyHere()).toBe(true);
});

test('a tab that is hidden is not one that somebody has come to', async () => {
  const { isSomebodyHere } = await import('./presence.ts');
  isSomebodyHere();
  vi.advanceTimersByTime(3_600_000);
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  signs.get('visibilitychange')?.();
  expect(isSomebodyHere()).toBe(false);
  vi.stubGlobal('document', { visibilityState: 'visible' });
  signs.get('visibilitychange')?.();
  expect(isSomebodyHere()).toBe(true);
});
