import { expect, type Page } from 'playwright/test';

/** Where the browser keeps views. */
export const VIEWS_KEY = 'toloka-operations:views';
/** The views in the page's header. */
export const nav = (page: Page) => page.getByRole('navigation', { name: 'Views' });
/** The open menu of views. */
export const menu = (page: Page) => page.getByRole('dialog', { name: 'Views' });

/** Opens the menu of views and waits for what is in it. */
export async function openMenu(page: Page): Promise<void> {
  await nav(page)
    .getByRole('button', { name: /^Views/ })
    .click();
  await expect(menu(page).getByRole('button', { name: 'Import views' })).toBeVisible();
}

/** Saves a list as a view. */
export async function saveAs(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await openMenu(page);
  await page.getByLabel('Name for what you see').fill(name);
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(nav(page).getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
}

/** The saved views in the menu, in their order. */
export function savedNames(page: Page): Promise<string[]> {
  return page.getByRole('list', { name: 'Saved views' }).getByRole('link').allTextContents();
}
