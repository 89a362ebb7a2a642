import type { Locator } from 'playwright/test';
import { expect, idsOf, LIST, test } from './fixtures.ts';
import { operation } from './operations.ts';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

/** Puts a finger where something stands, whatever lies over it. Gives back what lifts it, by which it clicks. */
async function press(place: Locator): Promise<() => Promise<void>> {
  const box = await place.boundingBox();
  if (!box) throw new Error(`nothing is drawn there: ${place.toString()}`);
  const page = place.page();
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  return async () => {
    const click = await page.evaluateHandle(awaitClick);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await click.evaluate(({ drawn }) => drawn);
    await session.detach();
  };
}

/** Waits for a click, and until what comes of it is drawn. */
function awaitClick(): { drawn: Promise<void> } {
  const wait = async () => {
    await new Promise((resolve) => addEventListener('click', resolve, { capture: true, once: true }));
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  };
  return { drawn: wait() };
}

/** A tap that is over at once. */
const tapAt = async (place: Locator): Promise<void> => (await press(place))();

test('a tap beside a sheet closes it, and presses nothing beneath', async ({ page, emulator }) => {
  await emulator.clear();
  for (const id of ['one', 'two']) await emulator.put(operation({ id }));
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  const link = (id: string) => page.getByRole('link', { name: id });
  const search = page.getByRole('button', { name: 'Search and commands' });
  const palette = page.getByRole('dialog', { name: 'Search and commands' });

  const filters = page.getByRole('dialog', { name: 'Filters' });
  await page.getByRole('button', { name: 'Filters' }).tap();
  await expect(filters.getByRole('button', { name: 'Close' })).toBeVisible();
  // The sheet goes when the finger comes, and the click comes when it goes.
  const lift = await press(search);
  await expect(filters).toBeHidden();
  await lift();
  await expect(palette, 'the tap was spent').toBeHidden();
  await tapAt(search);
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  const before = await page.evaluate(() => history.length);
  const watching = page.getByRole('dialog', { name: 'Watching' });
  const opener = page.getByRole('button', { name: /^Watching/ });
  await opener.tap();
  await expect(watching).toBeVisible();
  await tapAt(link('one'));
  await expect(watching).toBeHidden();
  await opener.tap();
  await expect(watching).toBeVisible();
  await tapAt(opener);
  await expect(watching, 'its button closes it as well').toBeHidden();
  await tapAt(link('two'));
  await expect(page).toHaveURL(`${LIST}/two`);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});
