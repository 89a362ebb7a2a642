import { beforeNextFrame } from './frames.ts';
import { rowOf } from './liveRows.ts';
import { operation } from './operations.ts';
import { expect, filterControl, idsOf, LIST, pager, settled, test } from './fixtures.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'one', submitted: '2026-03-20T10:00:03' }));
  await emulator.put(operation({ id: 'two', status: 'FAIL', submitted: '2026-03-20T10:00:02' }));
  await emulator.put(
    operation({ id: 'three', type: 'POOL.CLONE', status: 'FAIL', submitted: '2026-03-20T10:00:01' }),
  );
});

test('each change is one history entry, and Back and Forward restore rows and controls alike', async ({
  page,
}) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two', 'three']);
  const start = await page.evaluate(() => history.length);

  await filterControl(page, 'Status').click();
  await page.getByRole('checkbox', { name: 'Failed' }).check();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await page.keyboard.press('Escape');
  await filterControl(page, 'Type').click();
  await page.getByRole('checkbox', { name: 'Cloning a pool' }).check();
  await expect(page).toHaveURL(`${LIST}?type=POOL.CLONE&status=FAIL`);
  await page.keyboard.press('Escape');
  await expect.poll(() => idsOf(page)).toEqual(['three']);
  expect(await page.evaluate(() => history.length)).toBe(start + 2);

  await page.goBack();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await expect.poll(() => idsOf(page)).toEqual(['two', 'three']);
  await expect(filterControl(page, 'Status')).toContainText('Failed');
  await expect(filterControl(page, 'Type')).toContainText('any');

  await page.goBack();
  await expect(page).toHaveURL(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two', 'three']);
  await expect(filterControl(page, 'Status')).toContainText('any');

  await page.goForward();
  await page.goForward();
  await expect.poll(() => idsOf(page)).toEqual(['three']);
  await expect(filterControl(page, 'Type')).toContainText('Cloning a pool');

  await page.reload();
  await expect.poll(() => idsOf(page)).toEqual(['three']);
});

test('a choice that is taken back at once, before the list has followed it, is taken back', async ({
  page,
}) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two', 'three']);
  await filterControl(page, 'Status').click();
  const failed = page.getByRole('checkbox', { name: 'Failed' });
  await failed.evaluate((box: HTMLInputElement) => {
    box.click();
    box.click();
  });
  await expect(page).toHaveURL(LIST);
  await expect(failed).not.toBeChecked();
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two', 'three']);
  await failed.evaluate((box: HTMLInputElement) => {
    for (let times = 0; times < 3; times++) box.click();
  });
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await expect(failed).toBeChecked();
  await expect.poll(() => idsOf(page)).toEqual(['two', 'three']);
});

test('what is picked within one frame all counts, a step each; what was picked by who goes elsewhere within it does not', async ({
  page,
}) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two', 'three']);
  const start = await page.evaluate(() => history.length);
  await filterControl(page, 'Status').click();
  const failed = page.getByRole('checkbox', { name: 'Failed' });
  const running = page.getByRole('checkbox', { name: 'Running' });
  await expect(failed).toBeVisible();
  await beforeNextFrame(page, async () => {
    await failed.focus();
    await page.keyboard.press('Space');
    await running.focus();
    await page.keyboard.press('Space');
  });
  await expect(page).toHaveURL(`${LIST}?status=RUNNING&status=FAIL`);
  expect(await page.evaluate(() => history.length)).toBe(start + 2);
  await expect.poll(() => idsOf(page)).toEqual(['two', 'three']);

  const row = await rowOf(page, 'two').getByRole('link').elementHandle();
  await failed.evaluate((box: HTMLElement, link) => {
    box.click();
    (link as HTMLElement).click();
  }, row);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/two/);
  await page.goBack();
  await expect(page).toHaveURL(`${LIST}?status=RUNNING&status=FAIL`);
});

test('removing a filter is one step too', async ({ page }) => {
  await page.goto(`${LIST}?status=FAIL`);
  await expect.poll(() => idsOf(page)).toEqual(['two', 'three']);
  const start = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'Remove Status' }).click();
  await expect(page).toHaveURL(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(3);
  expect(await page.evaluate(() => history.length)).toBe(start + 1);
});

test('a change drops the place in the list in the same step', async ({ page }) => {
  await page.goto(`${LIST}?limit=1`);
  await pager(page, 'Next page').click();
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => idsOf(page)).toEqual(['two']);
  const start = await page.evaluate(() => history.length);
  await filterControl(page, 'Status').click();
  await page.getByRole('checkbox', { name: 'Failed' }).check();
  await expect(page).toHaveURL(`${LIST}?status=FAIL&limit=1`);
  expect(await page.evaluate(() => history.length)).toBe(start + 1);
});

test('the way back from an operation leads to the same filtered place', async ({ page }) => {
  await page.goto(`${LIST}?status=FAIL&limit=1`);
  await pager(page, 'Next page').click();
  await expect.poll(() => idsOf(page)).toEqual(['three']);
  const here = page.url();
  await page
    .getByRole('table', { name: 'Operations' })
    .getByRole('link', { name: /Cloning a pool/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('three');
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveURL(here);
  await expect.poll(() => idsOf(page)).toEqual(['three']);
  await settled(page);
});

test('the sort control and the headers are two handles of one thing', async ({ page, emulator }) => {
  await page.goto(LIST);
  const header = page.getByRole('columnheader', { name: 'Submitted' });
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await header.getByRole('link').or(header.getByRole('button')).click();
  await expect(page).toHaveURL(`${LIST}?sort=submitted`);
  await expect.poll(() => idsOf(page)).toEqual(['three', 'two', 'one']);
  await expect(header).toHaveAttribute('aria-sort', 'ascending');

  await emulator.forgetRequests();
  await filterControl(page, 'Sort').click();
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('-id');
  await expect(page).toHaveURL(`${LIST}?sort=-id`);
  await expect.poll(() => idsOf(page)).toEqual(['two', 'three', 'one']);
  await expect(header).not.toHaveAttribute('aria-sort', /ascending|descending/);
  const sorts = (await emulator.requests()).map(({ path }) =>
    new URL(path, 'http://x').searchParams.get('sort'),
  );
  expect(sorts, 'sorting is the server’s').toContain('-id');
});

test('a step Back that is made while the first page is being drawn leads to the page of that address', async ({
  page,
}) => {
  // What is drawn comes to the page when all of it is: at that moment the address is another, and nobody listens yet.
  await page.addInitScript((address) => {
    const root = { drawn: false };
    const append = Reflect.get(Node.prototype, 'appendChild');
    Node.prototype.appendChild = function appendChild<Child extends Node>(this: Node, child: Child) {
      if (this instanceof Element && this.id === 'root' && !root.drawn) {
        root.drawn = true;
        window.history.replaceState(window.history.state, '', address);
        window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state as unknown }));
      }
      return append.call(this, child) as Child;
    };
  }, `${LIST}?status=FAIL`);
  await page.goto(`${LIST}/one`);
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await expect.poll(() => idsOf(page)).toEqual(['two', 'three']);
  await expect(filterControl(page, 'Status')).toContainText('Failed');
});

test('a link that changes the list says that it is followed, until the list is drawn or left again', async ({
  page,
}) => {
  await page.goto(LIST);
  const header = page.getByRole('columnheader', { name: 'Submitted' });
  const link = header.getByRole('link');
  const marks = await link.evaluateHandle((element) => {
    const seen: boolean[] = [];
    new MutationObserver(() => {
      const followed = element.hasAttribute('data-followed');
      if (seen.at(-1) !== followed) seen.push(followed);
    }).observe(element, { attributeFilter: ['data-followed'] });
    return seen;
  });
  await link.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => marks.jsonValue()).toEqual([true, false]);

  await page.goto(LIST);
  await link.evaluate(async (element: HTMLElement) => {
    element.click();
    while (!location.search.includes('sort')) await new Promise(requestAnimationFrame);
    history.back();
  });
  await expect(page).toHaveURL(LIST);
  await settled(page);
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(link).not.toHaveAttribute('data-followed');
});
