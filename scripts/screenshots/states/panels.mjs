import { RUNNING, VIEWS } from '../data.mjs';
import { dialog, heading, LIST, open, openFilter, openSheet, pageOf, press, reads, rows } from '../steps.mjs';

const filters = ['Status', 'Type', 'Submitted', 'Finished', 'ID', 'Sort'].map((name) => ({
  name: `filter-${name.toLowerCase()}`,
  says: `The ${name} control`,
  at: `${LIST}?status=FAIL`,
  act: async ({ page, say }) => {
    await rows(page);
    await openFilter(page, say, name);
  },
  shown: rows,
}));

const panels = [
  ['export', 'Export', 'Export this view'],
  ['share', 'Share', 'Share this view'],
].map(([name, button, title]) => ({
  name,
  says: title,
  at: LIST,
  act: async ({ page, say }) => {
    await rows(page);
    await open(page, say, button, title);
  },
  shown: rows,
}));

/** What opens over the list, or over any page. */
export const PANEL_STATES = [
  ...filters,
  {
    name: 'filters-sheet',
    says: 'All filters, on small screens in a sheet',
    at: `${LIST}?status=FAIL&submitted_gte=2026-11-10T00:00:00`,
    act: async ({ page, say }) => {
      await rows(page);
      await openSheet(page, say);
    },
    shown: rows,
  },
  {
    name: 'row-menu',
    says: 'Filters that a row offers',
    at: LIST,
    act: async ({ page }) => {
      await rows(page);
      const row = page.getByRole('table').getByRole('row').nth(3);
      await row.hover();
      await row.getByRole('button').last().click();
    },
    shown: dialog,
  },
  ...panels,
  {
    name: 'columns',
    says: 'Columns, and all of them shown',
    at: LIST,
    act: async ({ page, say }) => {
      await rows(page);
      await open(page, say, 'Columns');
      const panel = page.getByRole('dialog', { name: say('Columns'), exact: true });
      for (const name of ['Type', 'Items'])
        await panel.getByRole('checkbox', { name: say(name), exact: true }).check();
    },
    shown: rows,
  },
  {
    name: 'views',
    says: 'Views',
    at: LIST,
    act: async ({ page, say }) => {
      await rows(page);
      await open(page, say, 'Views');
    },
    shown: reads('Import views'),
  },
  {
    name: 'views-edited',
    says: 'Views while they are edited, one deleted',
    at: LIST,
    kept: { views: VIEWS },
    act: async ({ page, say }) => {
      await rows(page);
      await open(page, say, 'Views');
      await press(page, say, 'Edit views');
      await press(page, say, 'Delete {name}', { name: 'Long pools' });
    },
    shown: reads('Undo'),
  },
  {
    name: 'preferences',
    says: 'Preferences',
    at: LIST,
    act: async ({ page, say }) => {
      await rows(page);
      await open(page, say, 'Preferences');
    },
    shown: reads('Single-key shortcuts'),
  },
  {
    name: 'watching',
    says: 'What is watched',
    at: pageOf(RUNNING),
    prepare: (emulator) => emulator.put(RUNNING),
    act: async ({ page, say }) => {
      await heading(page);
      await press(page, say, 'Watch');
      await open(page, say, 'Watching');
    },
    shown: reads('Watched until they end'),
  },
  {
    name: 'palette',
    says: 'The command palette',
    at: LIST,
    act: async ({ page }) => {
      await rows(page);
      await page.keyboard.press('Control+k');
    },
    shown: dialog,
  },
  {
    name: 'palette-found',
    says: 'What the palette found',
    at: LIST,
    act: async ({ page, say }) => {
      await rows(page);
      await page.keyboard.press('Control+k');
      await dialog(page);
      await page.keyboard.insertText(say('Status'));
    },
    shown: (page) => page.getByRole('option').first().waitFor(),
  },
  {
    name: 'keys',
    says: 'The keys',
    at: LIST,
    act: async ({ page }) => {
      await rows(page);
      await page.keyboard.press('?');
    },
    shown: dialog,
  },
];
