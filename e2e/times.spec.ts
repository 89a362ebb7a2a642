import { expect, filterControl, idsOf, LIST, rowsOf, test } from './fixtures.ts';
import { operation } from './operations.ts';

/** What a viewer in each zone reads, reckoned by hand; St John's is 3:30 behind UTC in winter, 2:30 in summer. */
const VIEWERS = [
  {
    zone: 'Asia/Kolkata',
    named: 'GMT+5:30',
    spring: { Submitted: '20 Mar 15:30:00', Started: '20 Mar 15:30:01', Finished: '21 Mar 00:30:03' },
    winter: { Submitted: '15 Jan 08:30:00', Started: '15 Jan 08:30:01', Finished: '15 Jan 08:31:00' },
    from: '2026-03-20T15:30',
  },
  {
    zone: 'America/St_Johns',
    named: 'GMT-2:30',
    spring: { Submitted: '20 Mar 07:30:00', Started: '20 Mar 07:30:01', Finished: '20 Mar 16:30:03' },
    winter: { Submitted: '14 Jan 23:30:00', Started: '14 Jan 23:30:01', Finished: '14 Jan 23:31:00' },
    from: '2026-03-20T07:30',
  },
];

const UTC = [
  {
    Submitted: '20 Mar 10:00:00',
    Started: '20 Mar 10:00:01',
    Finished: '20 Mar 19:00:03',
    Duration: '9:00:02',
  },
  { Submitted: '15 Jan 03:00:00', Started: '15 Jan 03:00:01', Finished: '15 Jan 03:01:00', Duration: '59 s' },
];

for (const { zone, named, spring, winter, from } of VIEWERS) {
  test.describe(`for a viewer in ${zone}`, () => {
    test.use({ timezoneId: zone });

    test.beforeEach(async ({ page, emulator }) => {
      await page.clock.setFixedTime('2026-03-22T12:00:00Z');
      await emulator.clear();
      await emulator.put(operation({ id: 'spring', finished: '2026-03-20T19:00:03.999999' }));
      await emulator.put(
        operation({
          id: 'winter',
          submitted: '2026-01-15T03:00:00',
          started: '2026-01-15T03:00:01.000000',
          finished: '2026-01-15T03:01:00.5',
        }),
      );
    });

    test('the list tells the viewer’s times, and UTC on demand', async ({ page }) => {
      await page.goto(LIST);
      await expect.poll(() => idsOf(page)).toEqual(['spring', 'winter']);
      await expect(page.getByText(`Times in ${named}`)).toBeVisible();
      await expect.poll(() => rowsOf(page)).toMatchObject([spring, winter]);
      await page.getByRole('button', { name: 'UTC' }).click();
      await expect.poll(() => rowsOf(page)).toMatchObject(UTC);
      await expect(page).toHaveURL(LIST);
    });

    test('an operation’s page tells both', async ({ page }) => {
      await page.goto(`${LIST}/spring`);
      const timeline = page.getByRole('region', { name: 'Timeline' });
      await expect(timeline).toContainText(spring.Submitted);
      await expect(timeline).toContainText(spring.Finished);
      await expect(timeline).toContainText('20 Mar 2026 10:00:00 UTC');
    });

    test('a date is entered in the viewer’s time and goes into the URL as UTC', async ({ page }) => {
      await page.goto(LIST);
      await expect.poll(() => idsOf(page)).toHaveLength(2);
      await filterControl(page, 'Submitted').click();
      await page.getByLabel('From', { exact: true }).fill(from);
      await page.getByRole('button', { name: 'Apply' }).click();
      await expect(page).toHaveURL(`${LIST}?submitted_gte=2026-03-20T10:00:00`);
      await expect.poll(() => idsOf(page)).toEqual(['spring']);
    });
  });
}
