import { ago, PENDING, RUNNING } from '../data.mjs';
import { LIST, press, reads, refresh, rows, seen } from '../steps.mjs';

/** RUNNING as it ended. */
const ENDED = { ...RUNNING, status: 'FAIL', progress: 40, finished: ago(1000) };
const SINCE = 'submitted_gte=2026-11-10T00:00:00';

/** The list in every state. */
export const LIST_STATES = [
  { name: 'list', says: 'The list', at: LIST, shown: rows },
  { name: 'list-whole', says: 'The list to its end', at: `${LIST}?limit=20`, shown: rows, whole: true },
  {
    name: 'list-filtered',
    says: 'With filters set',
    at: `${LIST}?type=POOL.OPEN&type=TASK.BATCH_CREATE&status=FAIL&${SINCE}&sort=finished`,
    shown: rows,
  },
  {
    name: 'list-compact',
    says: 'Compact rows, in UTC',
    at: LIST,
    settings: { density: 'compact', zone: 'utc' },
    shown: rows,
  },
  { name: 'list-sandbox', says: 'Sandbox', at: '/sandbox/operations', shown: rows },
  { name: 'list-demo', says: 'Demo', at: '/demo/operations', shown: rows },
  {
    name: 'list-selection',
    says: 'Selected rows',
    at: LIST,
    act: async ({ page }) => {
      await rows(page);
      const boxes = page.getByRole('table').getByRole('checkbox');
      for (const index of [2, 3, 5]) await boxes.nth(index).click();
    },
    shown: (page, say) => page.getByRole('region', { name: say('Selection') }).waitFor(),
  },
  {
    name: 'list-strip',
    says: 'The strip of times, one operation chosen',
    at: LIST,
    act: async ({ page }) => {
      await rows(page);
      await page.getByRole('listbox').focus();
      await page.keyboard.press('Home');
    },
    shown: rows,
  },
  {
    name: 'list-loading',
    says: 'Loading',
    at: LIST,
    prepare: (emulator) => emulator.setFaults({ fault: 'hangs' }),
    shown: (page) => page.locator('table[aria-busy="true"]').waitFor(),
  },
  {
    name: 'list-failed',
    says: 'Could not be loaded',
    at: LIST,
    prepare: (emulator) => emulator.setFaults({ fault: 'error-503' }),
    shown: seen('SERVICE_UNAVAILABLE'),
  },
  {
    name: 'list-stale',
    says: 'A refresh has failed: the rows stay',
    at: LIST,
    act: async ({ page, say, emulator }) => {
      await rows(page);
      await emulator.setFaults({ fault: 'error-500' });
      await refresh(page, say);
    },
    shown: seen('INTERNAL_ERROR'),
  },
  {
    name: 'list-offline',
    says: 'Without a network',
    at: LIST,
    act: async ({ page, say }) => {
      await rows(page);
      await page.context().setOffline(true);
      await refresh(page, say);
    },
    shown: (page) => page.getByRole('alert').first().waitFor(),
  },
  {
    name: 'list-paused',
    says: 'Updates paused',
    at: `${LIST}?updates=paused`,
    shown: (page, say) => page.getByRole('button', { name: say('Resume updates'), exact: true }).waitFor(),
  },
  {
    name: 'list-news',
    says: 'New operations, and one that no longer matches, while one points at a row',
    at: `${LIST}?status=RUNNING&status=PENDING&limit=20`,
    prepare: (emulator) => emulator.put(RUNNING),
    act: async ({ page, emulator }) => {
      await rows(page);
      await page.getByRole('table').getByRole('row').nth(1).hover();
      await emulator.put(ENDED);
      await emulator.put({ ...PENDING, id: 'a-newcomer', submitted: ago(0) });
    },
    // With the next poll.
    shown: reads('no longer matches'),
  },
  {
    name: 'list-empty',
    says: 'Nothing there yet',
    at: LIST,
    prepare: (emulator) => emulator.clear(),
    shown: reads('No operations in {environment} yet', { environment: 'Production' }),
  },
  {
    name: 'list-no-match',
    says: 'Nothing matches',
    at: `${LIST}?status=RUNNING&finished_gte=2026-11-10T00:00:00`,
    shown: reads('No operation matches all of these filters'),
  },
  {
    name: 'list-ways-out',
    says: 'Nothing matches, and what would: one try that found some, one that failed',
    at: `${LIST}?status=RUNNING&finished_gte=2026-11-10T00:00:00&id_gt=0`,
    act: async ({ page, say, emulator }) => {
      const tryWithout = (filter) => press(page, say, 'Try without {filter}', { filter: say(filter) });
      await tryWithout('Status');
      await page
        .getByRole('link', { name: say('Show without {filter}', { filter: say('Status') }) })
        .waitFor();
      await emulator.setFaults({ fault: 'error-503' });
      await tryWithout('Finished');
    },
    shown: seen('SERVICE_UNAVAILABLE'),
  },
  {
    name: 'list-faulty',
    says: 'An address that cannot be understood',
    at: `${LIST}?status=FIAL&submited_gte=yesterday&limit=50`,
    shown: reads('{n} parameters of this address cannot be understood', { n: 2 }),
  },
  { name: 'list-find', says: 'A search in parameters', at: `${LIST}?find=skip`, shown: rows },
];
