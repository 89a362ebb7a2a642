import { defineConfig } from 'playwright/test';
import { APP_PORT } from './e2e/ports.mjs';
import { SLOW } from './e2e/slow.ts';
import { LAUNCH_FLAGS, requireBrowser } from './scripts/browser.mjs';

// Found once and handed on: the workers read this file again.
process.env['CHROMIUM_PATH'] = await requireBrowser();

const origin = `http://127.0.0.1:${APP_PORT}`;

export default defineConfig({
  testDir: 'e2e',
  // Two halves may run at once (scripts/test.mjs), each with servers of its own.
  outputDir: `test-results/e2e-${APP_PORT}`,
  // One emulator serves all specs and is reset before each, so they run one after the other.
  workers: 1,
  forbidOnly: true,
  timeout: 30_000 * SLOW,
  expect: { timeout: 7000 * SLOW },
  reporter: 'list',
  use: {
    baseURL: origin,
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    // Specs move the page's clock, not the server's: a poll of a moment later would still get the answer before it.
    extraHTTPHeaders: { 'cache-control': 'no-cache' },
    // Neither UTC nor a whole hour from it: a time read in the wrong zone shows.
    timezoneId: 'Asia/Kolkata',
    locale: 'en-GB',
    // A trace of every step doubles the time of some stories: E2E_TRACE=1 asks for it.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: LAUNCH_FLAGS,
    },
  },
  webServer: {
    command: 'node e2e/servers.mjs',
    url: `${origin}/healthz`,
    timeout: 30_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
});
