import { expect, LIST, test } from './fixtures.ts';
import { APP_PORT, EMULATOR_PORT } from './ports.mjs';

/** What a page of somebody else's does in the same browser as the dashboard. */

const API = `${LIST.replace('/operations', '/api/v1/operations')}?limit=3`;

for (const [name, elsewhere] of [
  ['another port of this machine', `http://127.0.0.1:${EMULATOR_PORT}/`],
  ['another name of this machine', `http://localhost:${EMULATOR_PORT}/`],
] as const) {
  test(`a page of ${name} reads nothing and makes the server ask nothing`, async ({ page, emulator }) => {
    await page.goto(elsewhere);
    await emulator.forgetRequests();
    const api = `http://127.0.0.1:${APP_PORT}${API}`;
    const outcomes = await page.evaluate(async (url) => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'worked',
          () => 'failed',
        );
      const load = (tag: 'img' | 'script') =>
        new Promise((resolve, reject) => {
          const element = document.createElement(tag);
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          element.src = url;
          document.documentElement.append(element);
        });
      const asked = {
        fetch: fetch(url),
        'fetch with the page’s header': fetch(url, { headers: { 'x-toloka-dashboard': '1' } }),
        'fetch without looking': fetch(url, { mode: 'no-cors' }),
        POST: fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' }),
        image: load('img'),
        script: load('script'),
      };
      const pairs = Object.entries(asked).map(async ([kind, work]) => [kind, await outcome(work)] as const);
      return Object.fromEntries(await Promise.all(pairs));
    }, api);
    expect(outcomes).toEqual({
      fetch: 'failed',
      'fetch with the page’s header': 'failed',
      'fetch without looking': 'failed',
      POST: 'failed',
      image: 'failed',
      script: 'failed',
    });
    expect(await emulator.requests()).toEqual([]);
  });
}
