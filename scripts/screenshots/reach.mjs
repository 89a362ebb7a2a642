import { NOW } from './stage.mjs';
import { speakerOf } from './words.mjs';

/** Up to this width, in px, a screen is taken for a phone's. */
const PHONE_PX = 390;
/** How long a step to a state may take, in ms. */
const PATIENCE_MS = 20_000;

/** The browser that a state is seen in: `width` and `height` of its window in px, `locale` unless the state has its own. */
export function browserOf(state, { width, height, locale = 'en-GB' }) {
  return {
    viewport: { width, height },
    hasTouch: width <= PHONE_PX,
    locale: state.locale ?? locale,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    // The servers keep answers for a second, of the state before.
    extraHTTPHeaders: { 'cache-control': 'no-cache' },
    ...state.media,
  };
}

/** Leads a fresh page to a state, on the stage of stage.mjs. `locale` is that of its browser. Throws when it does not come. */
export async function reach(page, { emulator, origins }, state, locale) {
  const say = speakerOf(locale.split('-')[0]);
  page.setDefaultTimeout(PATIENCE_MS);
  await emulator.reset();
  await state.prepare?.(emulator);
  // The calendar stands still; timers go on.
  await page.clock.setFixedTime(NOW);
  const kept = { ...state.kept, ...(state.settings && { settings: state.settings }) };
  for (const [name, value] of Object.entries(kept))
    await page.addInitScript(
      ([key, text]) => localStorage.setItem(key, text),
      [`toloka-operations:${name}`, JSON.stringify(value)],
    );
  // A page whose data hang never ends loading.
  await page.goto(origins[state.server ?? 'app'] + state.at, { waitUntil: 'commit' });
  // The header is whole only once its later parts are there.
  if (state.server !== 'team')
    await page.getByRole('button', { name: say('Preferences'), exact: true }).waitFor();
  await state.act?.({ page, say, emulator });
  await state.shown(page, say);
  await page.evaluate(() => document.fonts.ready);
}
