import { NOW } from './stage.mjs';

export const LIST = '/production/operations';
/** Where an operation's page is. */
export const pageOf = ({ id }) => `${LIST}/${id}`;

/** Up to this width, in px, the filters are in a sheet (`src/app/list/filters`). */
const SMALL_PX = 720;
const isSmall = (page) => page.viewportSize().width <= SMALL_PX;

/** Waits for what reads the same in every language: codes, IDs, numbers. */
export const seen = (text) => (page) => page.getByText(text).first().waitFor();
/** Waits for one of the app's own texts. */
export const reads = (text, values) => (page, say) => seen(say(text, valuesOf(values, say)))(page);
/** Waits until the list shows its rows. */
export const rows = (page) => page.locator('table[aria-busy="false"] tbody a').first().waitFor();
/** Waits for the page's heading. */
export const heading = (page) => page.getByRole('heading', { level: 1 }).waitFor();
/** Waits for an open dialog. */
export const dialog = (page) => page.getByRole('dialog').waitFor();

function valuesOf(values = {}, say) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? say(value) : value]),
  );
}

/** Presses a button of the page. */
export const press = (page, say, name, values) =>
  page
    .getByRole('button', { name: say(name, values), exact: true })
    .first()
    .click();

/** Opens something by its button, whose name may go on after what is said, and waits for its dialog. */
export async function open(page, say, name, title = name) {
  await page
    .getByRole('button', { name: new RegExp(`^${say(name)}`) })
    .first()
    .click();
  await page.getByRole('dialog', { name: say(title), exact: true }).waitFor();
}

/** Opens the sheet of all filters, where they are in one. */
export async function openSheet(page, say) {
  if (isSmall(page)) await open(page, say, 'Filters');
}

/** Opens a control of the filter bar; on small screens it is in the sheet. */
export async function openFilter(page, say, name) {
  await openSheet(page, say);
  const group = page.getByRole('group', { name: say('Filters'), exact: true });
  await group.getByLabel(say(name), { exact: true }).click();
  const title = name === 'Sort' ? say('Sort order') : say('{attribute} filter', { attribute: say(name) });
  await page.getByRole('dialog', { name: title, exact: true }).waitFor();
}

/** Refreshes by hand, and waits until that is over. */
export async function refresh(page, say) {
  const button = page.getByRole('button', { name: say('Refresh'), exact: true });
  await button.click();
  // It is not meant to be pointed at in the picture.
  await page.mouse.move(0, 0);
  await page.getByText(say('Refreshing…')).first().waitFor({ state: 'hidden' });
  await page.waitForFunction((element) => element.ariaDisabled !== 'true', await button.elementHandle());
}

/** Lets half a minute pass for the emulator and the page, as often as said, with one answer each. */
export async function follow(page, say, emulator, times) {
  for (let step = 1; step <= times; step++) {
    await emulator.advance(30_000);
    await page.clock.setFixedTime(NOW + step * 30_000);
    await refresh(page, say);
  }
}
