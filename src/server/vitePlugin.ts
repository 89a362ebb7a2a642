import type { Plugin } from 'vite';
import { readConfig, type Config } from './config.ts';
import { bad, describeFaults, type Fault } from './faults.ts';
import { forgetTokens, tokenSources } from './machine.ts';
import { createApplication, type Application } from './main.ts';
import { fillEnvironments } from './page.ts';
import { isLoopback } from './settings.ts';
import { createSite } from './site.ts';

/**
 * Where the configuration is kept while Vite restarts in the same process (it does when this code changes): by then
 * the tokens are gone from the variables.
 */
const KEPT = Symbol.for('toloka-operations.config');
const store = globalThis as { [KEPT]?: Config };

/**
 * Mounts the same proxy in Vite's dev and preview servers. Inside the hooks, not in what they return, so that it comes
 * before Vite serves files. Reads the configuration only then: `vite build` needs no token and reads none.
 */
export function tolokaServer(): Plugin {
  let application: Application | null = null;
  return {
    name: 'toloka-server',
    configureServer(server) {
      application = start(server.config.root, server.config.server.host);
      server.middlewares.use(application.handler);
      server.httpServer?.once('close', () => void application?.close());
    },
    configurePreviewServer(server) {
      const { config, middlewares } = server;
      const { handler, environments } = start(config.root, config.preview.host);
      const site = createSite({ directory: config.environments['client']?.build.outDir ?? '', environments });
      middlewares.use(handler);
      middlewares.use(site);
    },
    transformIndexHtml: (html) => (application ? fillEnvironments(html, application.environments) : html),
  };
}

function start(root: string, host: string | boolean | undefined): Application {
  if (typeof host !== 'string' || !isLoopback(host)) {
    giveUp([bad('--host', 'would let other machines read with the token', 'Leave it out').fault]);
  }
  store[KEPT] ??= readOrExit(root);
  return createApplication(store[KEPT]);
}

function readOrExit(root: string): Config {
  // Vite's own flags are not ours to read.
  const result = readConfig(process.env, [], tokenSources(root));
  forgetTokens(process.env);
  return result.ok ? result.config : giveUp(result.faults);
}

function giveUp(faults: readonly Fault[]): never {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exit(2);
}
