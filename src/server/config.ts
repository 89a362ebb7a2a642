import type { EnvironmentName } from '../toloka/environments.ts';
import {
  accessOf,
  readAccessKey,
  readAllowedHosts,
  readProxyAddresses,
  type Access,
} from './access/readAccess.ts';
import { REMOTE_ENVIRONMENTS } from './environments.ts';
import { bad, type Fault, type Reading } from './faults.ts';
import { readFlags } from './flags.ts';
import type { Secret } from './secret.ts';
import { readAuthScheme, readHost, readOrigin, readPort } from './settings.ts';
import { readToken, tokenFile, type TokenFileWatch, type TokenSources } from './tokens.ts';

/** An environment as configured: the API behind an origin and a token, or the emulator in this process. */
export type EnvironmentConfig =
  | {
      readonly kind: 'remote';
      readonly name: EnvironmentName;
      readonly origin: string;
      readonly scheme: string;
      readonly token: Secret;
      /** Where the token came from, when it may be replaced while the server runs. */
      readonly tokenFile?: TokenFileWatch;
    }
  | { readonly kind: 'emulator'; readonly name: 'demo' };

/** Everything that the server needs to know. Safe to print: secrets show as `[redacted]`. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** The settings that host and port came from (`PORT` or `--port`), to be named when they turn out to be wrong. */
  readonly settings: { readonly host: string; readonly port: string };
  /** Under which origins browsers reach the server, beside those of this machine. */
  readonly publicOrigins: readonly string[];
  readonly access: Access;
  /** In the order in which they are offered; never empty. */
  readonly environments: readonly EnvironmentConfig[];
  /** Whether each request is written to stderr as one line of JSON. */
  readonly log: boolean;
  /** Whether to print a link for signing in, and end, instead of serving. */
  readonly signInLink: boolean;
  /** Whether to open the page in the browser of whoever started the server. */
  readonly open: boolean;
};

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly Fault[] };

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 4747;

/** A server for this machine alone on any free port, but for its environments. */
export const MACHINE_ONLY: Omit<Config, 'environments'> = {
  host: DEFAULT_HOST,
  port: 0,
  settings: { host: 'HOST', port: 'PORT' },
  publicOrigins: [],
  access: { kind: 'machine' },
  log: false,
  signInLink: false,
  open: false,
};

/**
 * Reads the configuration from variables and flags (without the program's name). Pure but for files that hold secrets,
 * which it reads through `sources`. Never throws: it collects every fault there is, so that one run shows them all.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
  sources: TokenSources,
): ConfigResult {
  const { flags, faults } = readFlags(argv);
  const take = <T>(reading: Reading<T>): T | null => {
    if (reading.ok) return reading.value;
    faults.push(reading.fault);
    return null;
  };
  const setting = <T, F>(read: (name: string, text: string) => Reading<T>, name: string, fallback: F) =>
    env[name] ? take(read(name, env[name])) : fallback;

  const settings = {
    host: flags.host === undefined ? 'HOST' : '--host',
    port: flags.port === undefined ? 'PORT' : '--port',
  };
  const host = take(readHost(settings.host, (flags.host ?? env['HOST']) || DEFAULT_HOST));
  const port = take(readPort(settings.port, (flags.port ?? env['PORT']) || String(DEFAULT_PORT)));
  const scheme = setting(readAuthScheme, 'TOLOKA_AUTH_SCHEME', 'OAuth');

  const environments: EnvironmentConfig[] = [];
  for (const { name, tokenVariable, urlVariable, defaultUrl } of REMOTE_ENVIRONMENTS) {
    const tokenReading = readToken(env, tokenVariable, sources);
    const token = take(tokenReading);
    const origin = setting(readOrigin, urlVariable, defaultUrl);
    const file = tokenFile(env, tokenVariable, sources);
    if (token && origin && scheme) {
      const remote = { kind: 'remote', name, origin, scheme, token } as const;
      environments.push(file ? { ...remote, tokenFile: file } : remote);
    }
    // A URL without its token is a mistyped token variable far more often than a wish for the demo.
    if (tokenReading.ok && !token && env[urlVariable] && !flags.demo) {
      const reason = `is not set, but ${urlVariable} is`;
      faults.push(bad(tokenVariable, reason, `Set ${tokenVariable} too, or neither`).fault);
    }
  }
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0' && environments.length > 0) {
    const reason = 'is 0, so the token would be sent to whoever pretends to be Toloka';
    const mend = 'Remove it; for a private certificate authority set NODE_EXTRA_CA_CERTS';
    faults.push(bad('NODE_TLS_REJECT_UNAUTHORIZED', reason, mend).fault);
  }
  if (flags.demo || environments.length === 0) environments.push({ kind: 'emulator', name: 'demo' });

  const key = take(readAccessKey(env, sources));
  const proxyAddresses = setting(readProxyAddresses, 'AUTH_PROXY', null);
  const publicOrigins = setting(readAllowedHosts, 'ALLOWED_HOSTS', []);
  // A setting that could not be read is named already: what follows from its absence would only confuse.
  const readable = !faults.some(({ name }) => ACCESS_SETTINGS.test(name)) && host !== null;
  const { access, faults: clashes } = accessOf({
    host: readable && host ? host : DEFAULT_HOST,
    hostSetting: settings.host,
    key,
    proxyAddresses: readable ? proxyAddresses : null,
    publicOrigins: readable ? (publicOrigins ?? []) : [],
  });
  faults.push(...clashes);
  const tokens = environments.flatMap((each) => (each.kind === 'remote' ? [each.token.reveal()] : []));
  if (key && tokens.includes(key.reveal())) {
    const reason = 'is the token of an account, so everybody who may look would hold the token';
    faults.push(bad('ACCESS_KEY', reason, 'Make another one with: openssl rand -base64 24').fault);
  }
  const signInLink = flags['sign-in-link'] ?? false;
  if (signInLink && access.kind !== 'key' && faults.length === 0) {
    const reason = 'makes a link for those who know the access key, and there is none';
    faults.push(bad('--sign-in-link', reason, 'Set ACCESS_KEY_FILE as the server has it').fault);
  }

  if (faults.length > 0 || host === null || port === null) return { ok: false, faults };
  const log = flags.log ?? false;
  return {
    ok: true,
    config: {
      host,
      port,
      settings,
      publicOrigins: publicOrigins ?? [],
      access,
      environments,
      log,
      signInLink,
      open: flags.open ?? false,
    },
  };
}

const ACCESS_SETTINGS = /^(?:ACCESS_KEY(?:_FILE)?|AUTH_PROXY|ALLOWED_HOSTS)$/;
