import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { signInLink } from './access/accessControl.ts';
import { createKeyring } from './access/keyring.ts';
import { readConfig, type Config } from './config.ts';
import { bad, describeFaults, type Fault } from './faults.ts';
import { readFlags } from './flags.ts';
import { helpText, VERSION_LINE } from './help.ts';
import { listen, type Listening } from './listen.ts';
import { listenFault } from './listenFault.ts';
import { forgetSecrets, tokenSources } from './machine.ts';
import { createApplication } from './main.ts';
import { openBrowser } from './openBrowser.ts';
import { isLoopback } from './settings.ts';
import { createSite, type Site } from './site.ts';
import { startCommand } from './startCommand.ts';
import { stopOnSignals } from './stopping.ts';
import { tokenLines } from './tokenCheck.ts';

/** The standalone server's entry, built to `dist/server/server.js`: reads variables and flags, serves until stopped. */

/** Exit code of a configuration that cannot be used. */
const EXIT_CONFIG = 2;

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const command = startCommand(process.env, path.dirname(dist));
const argv = process.argv.slice(2);
const { flags } = readFlags(argv);
// Whoever asks for help may well have something wrong.
if (flags.help) process.stdout.write(helpText(command));
else if (flags.version) process.stdout.write(VERSION_LINE);
else await run();

async function run(): Promise<void> {
  const result = readConfig(process.env, argv, tokenSources(path.dirname(dist)));
  forgetSecrets(process.env);
  if (!result.ok) giveUp(result.faults);
  else if (result.config.signInLink) printSignInLink(result.config);
  else await serve(result.config);
}

async function serve(config: Config): Promise<void> {
  const application = createApplication(config, { startCommand: command });
  let site: Site;
  try {
    site = createSite({ directory: path.join(dist, 'client'), facts: application.facts });
  } catch {
    await application.close();
    return giveUp([bad('dist/client', 'holds no built page', 'Run: npm run build').fault]);
  }
  let listening: Listening;
  try {
    listening = await listen(
      (req, res) => application.handler(req, res, () => site(req, res)),
      config.host,
      config.port,
    );
  } catch (error) {
    await application.close();
    return giveUp([await listenFault(error, config)]);
  }
  stopOnSignals(async () => {
    await listening.close();
    await application.close();
  });
  warn(config);
  const address = config.publicOrigins[0] ?? listening.url;
  process.stdout.write(`Toloka Operations: ${address}\n`);
  if (config.open) openBrowser(address, () => notOpened(address));
  // For the person who started it. What is not a terminal is a log, where a link that signs in has no business.
  if (process.stdout.isTTY) {
    printSignInLink(config, listening.url);
    await tellTokens(config, listening.url);
  }
}

/** On a server for one person. That of a team restarts by itself, and would ask with nobody there to read it. */
async function tellTokens({ access, environments }: Config, origin: string): Promise<void> {
  if (access.kind !== 'machine') return;
  const lines = await tokenLines(environments, origin);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** The server runs all the same. */
function notOpened(address: string): void {
  process.stderr.write(`--open found no browser to open. Open it yourself: ${address}\n`);
}

/** One line with a link, when there is a key to sign in with. */
function printSignInLink(config: Config, listeningAt = `http://${config.host}:${config.port}`): void {
  if (config.access.kind !== 'key') return;
  const origin = config.publicOrigins[0] ?? listeningAt;
  const link = signInLink(createKeyring(config.access.key), origin, Date.now() / 1000);
  process.stdout.write(`Sign in with this link, once and within ten minutes: ${link}\n`);
}

/** Says what is allowed but unwise. */
function warn({ publicOrigins }: Config): void {
  for (const origin of publicOrigins) {
    const { protocol, hostname } = new URL(origin);
    if (protocol === 'https:' || isLoopback(hostname)) continue;
    const reason = 'is plain http: keys, sessions and operations cross the network in clear';
    process.stderr.write(`ALLOWED_HOSTS: ${origin} ${reason}. Put TLS in front (README, "Deployment").\n`);
  }
}

function giveUp(faults: readonly Fault[]): void {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exitCode = EXIT_CONFIG;
}
