/**
 * `npm run screenshots` pictures every screen and state, on three widths, light and dark, into `screenshots/`, with a contact
 * sheet (`index.html`). `-- list detail-failed` pictures some by name, `--width 390` one width, `--out <folder>` elsewhere.
 * Builds the app and starts servers of its own; the same sources make the same pictures. Exit code 1 when a state could not
 * be reached.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { LAUNCH_FLAGS, requireBrowser } from './browser.mjs';
import { browserOf, reach } from './screenshots/reach.mjs';
import { contactSheet } from './screenshots/sheet.mjs';
import { build, openStage } from './screenshots/stage.mjs';
import { STATES } from './screenshots/states.mjs';

const EXIT_USAGE = 2;
const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 };
const THEMES = ['light', 'dark'];
/** After so many failures in a row from the start, the rest is not tried. */
const HOPELESS = 4;

const { states, widths, out } = readArguments();
build();
mkdirSync(out, { recursive: true });
if (states.length === STATES.length) removePictures();
const executablePath = await requireBrowser();
const stage = await openStage();
const browser = await chromium.launch({ executablePath, args: LAUNCH_FLAGS });
const shots = [];
const failures = [];
try {
  for (const state of states) {
    for (const width of widths) await picture(state, width);
    // Where nothing comes at all, the app itself is broken, and waiting for the rest would tell no more.
    if (shots.length === 0 && failures.length >= HOPELESS) break;
  }
} finally {
  await browser.close();
  stage.close();
}
writeFileSync(path.join(out, 'index.html'), contactSheet(states, shots));
process.stdout.write(`${shots.length} pictures: ${path.join(out, 'index.html')}\n`);
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Pictures one state in both themes; a state that does not come is noted, and the others still are pictured. */
async function picture(state, width) {
  const options = browserOf(state, { width, height: HEIGHTS[width] });
  const context = await browser.newContext(options);
  const page = await context.newPage();
  try {
    await reach(page, stage, state, options.locale);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      const file = `${state.name}-${width}-${theme}.png`;
      await page.screenshot({
        path: path.join(out, file),
        fullPage: state.whole ?? false,
        animations: 'disabled',
        caret: 'hide',
      });
      shots.push({ state: state.name, file, width, theme });
    }
  } catch (error) {
    failures.push(`${state.name} at ${width} px: ${error.message.split('\n')[0]}`);
    await page
      .screenshot({ path: path.join(out, `${state.name}-${width}-failed.png`) })
      .catch(() => undefined);
  } finally {
    await context.close();
  }
}

/** Takes away what an earlier run has made and nothing else: `--out` may name a folder that holds other things. */
function removePictures() {
  const own = readdirSync(out).filter((name) => /-\d+-(?:light|dark|failed)\.png$/.test(name));
  for (const name of own) rmSync(path.join(out, name));
}

function readArguments() {
  const fail = (reason) => {
    process.stderr.write(
      `${reason}\nUsage: npm run screenshots -- [${STATES.map(({ name }) => name).join('|')} …] [--width <px>] [--out <folder>]\n`,
    );
    process.exit(EXIT_USAGE);
  };
  try {
    const options = { width: { type: 'string', multiple: true }, out: { type: 'string' } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !STATES.some((state) => state.name === name));
    if (unknown.length > 0) fail(`There is no state ${unknown.join(', ')}.`);
    const all = Object.keys(HEIGHTS)
      .map(Number)
      .toSorted((a, b) => b - a);
    const widths = values.width?.map(Number) ?? all;
    if (!widths.every((width) => all.includes(width))) fail(`--width is one of ${all.join(', ')}.`);
    return {
      states: positionals.length > 0 ? STATES.filter(({ name }) => positionals.includes(name)) : STATES,
      widths,
      out: path.resolve(values.out ?? fileURLToPath(new URL('../screenshots', import.meta.url))),
    };
  } catch (error) {
    return fail(error.message);
  }
}
