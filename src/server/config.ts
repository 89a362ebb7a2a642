import type { EnvironmentName } from '../toloka/environments.ts';
import { REMOTE_ENVIRONMENTS } from './environments.ts';
import { bad, type Fault, type Reading } from './faults.ts';
import { readFlags } from './flags.ts';
import type { Secret } from './secret.ts';
import { readAuthScheme, readHost, readOrigin, readPort } from './settings.ts';
import { readToken, type TokenSources } from './tokens.ts';

/** An environment as configured: the API behind an origin and a token, or the emulator in this process. */
export type EnvironmentConfig =
  | {
      readonly kind: 'remote';
      readonly name: EnvironmentName;
      readonly origin: string;
      readonly scheme: string;
      readonly token: Secret;
    }
  | { readonly kind: 'emulator'; readonly name: 'demo' };

/** Everything that the server needs to know. Safe to print: tokens show as `[redacted]`. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** In the order in which they are offered; never empty. */
  readonly environments: readonly EnvironmentConfig[];
  /** Whether each request is written to stderr as one line of JSON. */
  readonly log: boolean;
};

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly Fault[] };

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 4747;

/**
 * Reads the configuration from variables and flags (without the program's name). Pure but for token files, which it
 * reads through `sources`. Never throws: it collects every fault there is, so that one run shows them all.
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
  const setting = <T>(read: (name: string, text: string) => Reading<T>, name: string, fallback: T) =>
    env[name] ? take(read(name, env[name])) : fallback;

  const host =
    flags.host === undefined ? setting(readHost, 'HOST', DEFAULT_HOST) : take(readHost('--host', flags.host));
  const port =
    flags.port === undefined ? setting(readPort, 'PORT', DEFAULT_PORT) : take(readPort('--port', flags.port));
  const scheme = setting(readAuthScheme, 'TOLOKA_AUTH_SCHEME', 'OAuth');

  const environments: EnvironmentConfig[] = [];
  for (const { name, tokenVariable, urlVariable, defaultUrl } of REMOTE_ENVIRONMENTS) {
    const tokenReading = readToken(env, tokenVariable, sources);
    const token = take(tokenReading);
    const origin = setting(readOrigin, urlVariable, defaultUrl);
    if (token && origin && scheme) environments.push({ kind: 'remote', name, origin, scheme, token });
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

  if (faults.length > 0 || host === null || port === null) return { ok: false, faults };
  return { ok: true, config: { host, port, environments, log: flags.log } };
}
