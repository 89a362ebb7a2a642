import { expect, type Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';

/** A notification that the page had the system show. */
type Shown = { readonly title: string; readonly body: string; readonly tag: string };
type Stubbed = { notifications: (EventTarget & { shown: Shown })[]; asked: number };

const UPLOAD = {
  type: 'TASK.BATCH_CREATE',
  status: 'RUNNING',
  submitted: '@now',
  started: '@now',
  parameters: { skip_invalid_items: true },
};

/** Puts an upload that is at 47 % and ends, as told, after a minute. */
export async function putUpload(
  emulator: EmulatorControl,
  id: string,
  status: 'SUCCESS' | 'FAIL' = 'SUCCESS',
): Promise<void> {
  await emulator.put(
    { ...UPLOAD, id, progress: 47 },
    { steps: [{ afterMs: 60_000, status, finished: '@now', progress: 100 }] },
  );
}

/** Lets a minute pass for the emulator, and enough for the page to ask once more at its slowest. */
export async function letItEnd(page: Page, emulator: EmulatorControl): Promise<void> {
  await emulator.advance(61_000);
  await page.clock.fastForward(19_000);
}

/**
 * Puts a stand-in for the system's notifications into a page: it answers as told when it is asked for permission, counts
 * how often that was, and keeps what it was to show.
 */
export async function stubNotifications(page: Page, answer: 'granted' | 'denied'): Promise<void> {
  await page.addInitScript((permission) => {
    const stubbed: Stubbed = { notifications: [], asked: 0 };
    class StandIn extends EventTarget {
      // As the browser's, it is one for all tabs.
      static get permission() {
        return localStorage.getItem('permission') ?? 'default';
      }
      static requestPermission() {
        stubbed.asked += 1;
        localStorage.setItem('permission', permission);
        return Promise.resolve(permission);
      }
      readonly shown: Shown;
      constructor(title: string, { body, tag }: { body: string; tag: string }) {
        super();
        this.shown = { title, body, tag };
        stubbed.notifications.push(this);
      }
      close() {
        this.dispatchEvent(new Event('close'));
      }
    }
    Object.assign(window, { Notification: StandIn, stubbed });
  }, answer);
}

/** What the system was to show. */
export async function notificationsOf(page: Page): Promise<Shown[]> {
  return page.evaluate(() =>
    (window as unknown as { stubbed: Stubbed }).stubbed.notifications.map(({ shown }) => shown),
  );
}

/** How often the browser was made to ask for permission. */
export async function timesAsked(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { stubbed: Stubbed }).stubbed.asked);
}

/** Clicks the notification that was shown first. */
export async function clickNotification(page: Page): Promise<void> {
  await page.evaluate(() =>
    (window as unknown as { stubbed: Stubbed }).stubbed.notifications[0]?.dispatchEvent(new Event('click')),
  );
}

/** Makes a tab believe that nobody sees it, or that somebody has come back to it. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    const state = isHidden ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => !isHidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    if (!isHidden) window.dispatchEvent(new Event('focus'));
  }, hidden);
}

/** What the tab's icon shows: the page's own picture, a ring, a check or a cross. */
export async function iconOf(page: Page): Promise<string> {
  const href = await page.evaluate(() => document.querySelector('link[rel="icon"]')?.getAttribute('href'));
  const text = decodeURIComponent(href ?? '');
  const ring = /stroke-dasharray="(\d+) 100"/.exec(text)?.[1];
  if (ring !== undefined) return `ring ${ring}`;
  if (text.includes('m8.5 16.8 5 4.7 10-11.5')) return 'check';
  return text.includes('m10 10 12 12m0-12L10 22') ? 'cross' : text;
}

/** The header's button, whose name tells how many are watched and how they stand. */
export function watchButton(page: Page) {
  return page.getByRole('button', { name: /^Watching/ });
}

/** Opens the list of what is watched. */
export async function openWatched(page: Page) {
  await watchButton(page).click();
  const panel = page.getByRole('dialog', { name: 'Watching' });
  await expect(panel.getByRole('heading', { name: 'Watched until they end' })).toBeVisible();
  return panel;
}
