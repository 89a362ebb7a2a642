import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { chromium, type Browser } from 'playwright';
import { LAUNCH_FLAGS, requireBrowser } from '../scripts/browser.mjs';
import { createEmulator, type Emulator } from '../src/emulator/emulator.ts';
import { MACHINE_ONLY, type Config } from '../src/server/config.ts';
import { listen } from '../src/server/listen.ts';
import { createApplication } from '../src/server/main.ts';
import { createSite } from '../src/server/site.ts';

/** What a benchmark plays on: the built app, served over an emulator that stands still, and a browser. */
export type Stage = {
  readonly origin: string;
  readonly emulator: Emulator;
  readonly browser: Browser;
  /** Requests that reached the emulator since the last call. */
  readonly takeRequests: () => number;
  readonly close: () => Promise<void>;
};

/** Sets the stage. The emulator has its usual 5,000 operations, no new ones, and no limit of requests. */
export async function setStage(): Promise<Stage> {
  const emulator = createEmulator({ rateLimit: null, switches: { arrivals: false } });
  emulator.freeze();
  let requests = 0;
  const counted = {
    fetch: (request: Request) => {
      requests += 1;
      return emulator.fetch(request);
    },
  };
  const config: Config = { ...MACHINE_ONLY, environments: [{ kind: 'emulator', name: 'demo' }] };
  const application = createApplication(config, { emulator: counted });
  const site = createSite({ directory: 'dist/client', facts: application.facts });
  const server = await listen(
    (req, res) => application.handler(req, res, () => site(req, res)),
    '127.0.0.1',
    0,
  );
  const browser = await chromium.launch({ executablePath: await requireBrowser(), args: LAUNCH_FLAGS });
  return {
    origin: server.url,
    emulator,
    browser,
    takeRequests: () => {
      const taken = requests;
      requests = 0;
      return taken;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await application.close();
    },
  };
}

/** Which machine, versions and commit the figures are of. */
export function describeMachine(browser: Browser): string {
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores · Node ${process.version} · Chromium ${browser.version()} · commit ${commit}`;
}
