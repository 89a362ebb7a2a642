import {
  ago,
  EARLIER,
  FAILED,
  FAILED_LOG,
  PENDING,
  RUNNING,
  RUNNING_STEPS,
  SUCCEEDED,
  UNKNOWN,
} from '../data.mjs';
import { follow, heading, LIST, pageOf, reads, refresh, seen } from '../steps.mjs';

/** An operation's page, and the comparison, in every state. */
export const DETAIL_STATES = [
  {
    name: 'detail-running',
    says: 'Running, with an estimate',
    at: pageOf(RUNNING),
    whole: true,
    prepare: async (emulator) => {
      await emulator.setArrivals(false);
      for (const each of EARLIER) await emulator.put(each);
      await emulator.put(RUNNING, { steps: RUNNING_STEPS });
    },
    act: async ({ page, say, emulator }) => {
      await heading(page);
      await follow(page, say, emulator, 5);
    },
    shown: seen('55%'),
  },
  {
    name: 'detail-pending',
    says: 'Pending',
    at: pageOf(PENDING),
    whole: true,
    prepare: (emulator) => emulator.put(PENDING),
    shown: reads('Pending'),
  },
  {
    name: 'detail-failed',
    says: 'Failed, with its log',
    at: pageOf(FAILED),
    whole: true,
    prepare: (emulator) => emulator.put(FAILED, { log: FAILED_LOG }),
    shown: seen('VALUE_REQUIRED'),
  },
  {
    name: 'detail-log',
    says: 'An item of the log',
    at: `${pageOf(FAILED)}?tab=log#item-2`,
    prepare: (emulator) => emulator.put(FAILED, { log: FAILED_LOG }),
    shown: seen('VALUE_REQUIRED'),
  },
  {
    name: 'detail-succeeded',
    says: 'Succeeded',
    at: pageOf(SUCCEEDED),
    whole: true,
    prepare: (emulator) => emulator.put(SUCCEEDED, { log: [] }),
    shown: reads('Succeeded'),
  },
  {
    name: 'detail-unknown-words',
    says: 'A status and a type of a later API',
    at: pageOf(UNKNOWN),
    whole: true,
    prepare: (emulator) => emulator.put(UNKNOWN),
    shown: heading,
  },
  {
    name: 'detail-stale',
    says: 'A refresh has failed: what is known stays',
    at: pageOf(RUNNING),
    prepare: (emulator) => emulator.put(RUNNING),
    act: async ({ page, say, emulator }) => {
      await heading(page);
      await emulator.setFaults({ fault: 'error-500' });
      await refresh(page, say);
    },
    shown: seen('INTERNAL_ERROR'),
  },
  {
    name: 'detail-not-found',
    says: 'An ID that nobody knows',
    at: `${LIST}/nobody-knows-it`,
    shown: seen('DOES_NOT_EXIST'),
  },
  {
    name: 'compare',
    says: 'Two operations side by side',
    at: `${LIST}/compare?id=${SUCCEEDED.id}&id=failed-one`,
    whole: true,
    prepare: async (emulator) => {
      await emulator.put(SUCCEEDED);
      await emulator.put({ ...FAILED, id: 'failed-one', submitted: ago(26 * 60_000) });
    },
    act: async ({ page }) => {
      await page.getByRole('columnheader', { name: /failed-one/ }).waitFor();
      await page.getByRole('table').getByRole('button', { expanded: false }).last().click();
    },
    shown: (page) => page.getByRole('columnheader', { name: /failed-one/ }).waitFor(),
  },
  {
    name: 'compare-missing',
    says: 'A comparison in which one is unknown and one can be none',
    at: `${LIST}/compare?id=${SUCCEEDED.id}&id=nobody-knows-it&id=a%2Fb`,
    prepare: (emulator) => emulator.put(SUCCEEDED),
    shown: (page) => page.getByRole('columnheader', { name: /nobody-knows-it/ }).waitFor(),
  },
];
