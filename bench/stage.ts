import { chromium, type Browser } from 'playwright';
import { LAUNCH_FLAGS, requireBrowser } from '../scripts/browser.mjs';
import { createEmulator, type Emulator } from '../src/emulator/emulator.ts';
import { MACHINE_ONLY, type Config } from '../src/server/config.ts';
import { listen, type Listening } from '../src/server/listen.ts';
import { createApplication } from '../src/server/main.ts';
import { decodeOperationList } from '../src/toloka/operation.ts';
import { createSite } from '../src/server/site.ts';

/** What a benchmark plays on: the built app, served over an emulator that stands still, and a browser. */
export type Stage = {
  readonly origin: string;
  readonly emulator: Emulator;
  readonly browser: Browser;
  /** Requests that reached the emulator since the last call. */
  readonly takeRequests: () => number;
  /** IDs of the newest operations. */
  readonly list: () => Promise<readonly string[]>;
  /** Serves another built page over the same emulator by the same server; gives its origin. */
  readonly serve: (directory: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * Sets the stage. The emulator has its usual 5,000 operations, no new ones, and no limit of requests. `answer` may
 * answer in its place, with a body that costs nothing to make.
 */
export async function setStage(answer: (request: Request) => Response | null = () => null): Promise<Stage> {
  const emulator = createEmulator({ rateLimit: null, switches: { arrivals: false } });
  emulator.freeze();
  let requests = 0;
  const counted = {
    fetch: async (request: Request) => {
      requests += 1;
      return answer(request) ?? (await emulator.fetch(request));
    },
  };
  const config: Config = { ...MACHINE_ONLY, environments: [{ kind: 'emulator', name: 'demo' }] };
  const application = createApplication(config, { emulator: counted });
  const serve = async (directory: string) => {
    const site = createSite({ directory, facts: application.facts });
    return listen((req, res) => application.handler(req, res, () => site(req, res)), '127.0.0.1', 0);
  };
  const server = await serve('dist/client');
  const others: Listening[] = [];
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
    list: async () => {
      const response = await fetch(`${server.url}/demo/api/v1/operations?sort=-submitted&limit=20`);
      return decodeOperationList(await response.json()).items.map(({ id }) => id);
    },
    serve: async (directory) => {
      const other = await serve(directory);
      others.push(other);
      return other.url;
    },
    close: async () => {
      await browser.close();
      await Promise.all([server, ...others].map((each) => each.close()));
      await application.close();
    },
  };
}
