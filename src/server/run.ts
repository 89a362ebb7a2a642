import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from './config.ts';
import { bad, describeFaults, type Fault } from './faults.ts';
import { listen, type Listening } from './listen.ts';
import { forgetTokens, tokenSources } from './machine.ts';
import { createApplication } from './main.ts';
import { createSite } from './site.ts';

/** The standalone server's entry, built to `dist/server/server.js`: reads variables and flags, serves until stopped. */

/** Exit code of a configuration that cannot be used. */
const EXIT_CONFIG = 2;

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const result = readConfig(process.env, process.argv.slice(2), tokenSources(path.dirname(dist)));
forgetTokens(process.env);
if (result.ok) await serve(result.config);
else giveUp(result.faults);

async function serve(config: Config): Promise<void> {
  const application = createApplication(config);
  const site = createSite({
    directory: path.join(dist, 'client'),
    environments: application.environments,
  });
  let listening: Listening;
  try {
    listening = await listen(
      (req, res) => application.handler(req, res, () => site(req, res)),
      config.host,
      config.port,
    );
  } catch (error) {
    return giveUp([listenFault(error, config)]);
  }
  process.stdout.write(`Toloka Operations: ${listening.url}\n`);

  const stop = () => {
    // A second signal ends the process at once, as without a handler.
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    void listening
      .close()
      .then(() => application.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function listenFault(error: unknown, config: Config): Fault {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return bad(
      'PORT',
      `${config.port} is in use by another program`,
      `Stop that program, or choose another port: PORT=${config.port + 1}`,
    ).fault;
  }
  if (code === 'EACCES') {
    return bad('PORT', `${config.port} may not be opened by this user`, 'Choose a port above 1023').fault;
  }
  return bad('HOST', `${config.host} is no address of this machine`, 'Leave it out or set 127.0.0.1').fault;
}

function giveUp(faults: readonly Fault[]): void {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exitCode = EXIT_CONFIG;
}
