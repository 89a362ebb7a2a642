import { Server, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin, ViteDevServer } from 'vite';
import { readConfig, type Config } from './config.ts';
import { limitConnections } from './connectionLimits.ts';
import { bad, describeFaults, type Fault } from './faults.ts';
import { isPortFree } from './freePort.ts';
import { portTaken } from './listenFault.ts';
import { forgetSecrets, tokenSources } from './machine.ts';
import { createApplication, type Application } from './main.ts';
import { fillPage } from './page.ts';
import { isLoopback } from './settings.ts';
import { createSite } from './site.ts';
import { startCommand } from './startCommand.ts';

/**
 * Where the configuration is kept while Vite restarts in the same process (it does when this code changes): by then
 * the secrets are gone from the variables.
 */
const KEPT = Symbol.for('toloka-operations.config');
const store = globalThis as { [KEPT]?: Config };

/** Vite's own settings of where to listen. */
type Place = { readonly host?: string | boolean; readonly port?: number; readonly strictPort?: boolean };

/**
 * Mounts the same proxy in Vite's dev and preview servers. Inside the hooks, not in what they return, so that it comes
 * before Vite serves files. Reads the configuration only then: `vite build` needs no token and reads none.
 */
export function tolokaServer(): Plugin {
  let application: Application | null = null;
  return {
    name: 'toloka-server',
    async configureServer(server) {
      application = await start(server.config.root, server.config.server, server.httpServer?.listening);
      server.middlewares.use(application.handler);
      server.httpServer?.once('close', () => void application?.close());
      secure(server.httpServer);
    },
    async configurePreviewServer(server) {
      const { config, middlewares } = server;
      const { handler, facts } = await start(config.root, config.preview);
      const site = createSite({ directory: config.environments['client']?.build.outDir ?? '', facts });
      middlewares.use(handler);
      middlewares.use(site);
      secure(server.httpServer);
    },
    transformIndexHtml: (html) => (application ? fillPage(html, application.facts) : html),
  };
}

/** What `listen` does for the standalone server, for one that Vite has made. */
function secure(server: ViteDevServer['httpServer']): void {
  if (!server) return;
  if (server instanceof Server) limitConnections(server);
  // Vite answers its own page's and lets all others hang.
  server.on('upgrade', (req: IncomingMessage, socket: Duplex) => {
    if (!/^vite-(?:hmr|ping)$/.test(req.headers['sec-websocket-protocol'] ?? '')) socket.destroy();
  });
}

async function start(
  root: string,
  { host, port, strictPort }: Place,
  restarted = false,
): Promise<Application> {
  if (typeof host !== 'string' || !isLoopback(host)) {
    giveUp([bad('--host', 'would let other machines read with the token', 'Leave it out').fault]);
  }
  const isRestart = restarted || store[KEPT] !== undefined;
  store[KEPT] ??= readOrExit(root);
  // Vite would end with 1 and no mend. At a restart, the port is taken by its own predecessor.
  if (strictPort && port && !isRestart && !(await isPortFree(host, port))) {
    giveUp([await portTaken({ host, port, settings: store[KEPT].settings })]);
  }
  return createApplication(store[KEPT], { startCommand: startCommand(process.env, root) });
}

function readOrExit(root: string): Config {
  // Vite's own flags are not ours to read.
  const result = readConfig(process.env, [], tokenSources(root));
  forgetSecrets(process.env);
  if (!result.ok) return giveUp(result.faults);
  const { access, host } = result.config;
  if (access.kind === 'machine' && isLoopback(host)) return result.config;
  const name = access.kind === 'proxy' ? 'AUTH_PROXY' : 'ACCESS_KEY';
  const reason = 'is set, but the development and preview servers are for this machine alone';
  return giveUp([bad(name, reason, 'Leave it out, or use npm start').fault]);
}

function giveUp(faults: readonly Fault[]): never {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exit(2);
}
