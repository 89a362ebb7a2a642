import { createEmulator } from '../emulator/emulator.ts';
import { createAccessControl } from './access/accessControl.ts';
import { SIGN_OUT_PATH } from './access/signInPage.ts';
import type { Config, EnvironmentConfig } from './config.ts';
import { DEMO_AUTHORIZATION } from './environments.ts';
import { credentialOf, fixedCredentials, watchedCredentials, type Credentials } from './credentials.ts';
import { createFetchTransport, type Fetch } from './fetchTransport.ts';
import { ownNames } from './guard.ts';
import { LIMITS, type Limits } from './limits.ts';
import { createPoolTransport } from './poolTransport.ts';
import { createProxy, type Handler } from './proxy.ts';
import type { PageFacts } from './page.ts';
import type { RequestLogEntry } from './requestLog.ts';
import { Secret } from './secret.ts';
import type { ProxyEnvironment } from './source.ts';

/** The parts of the server, put together. */
export type Application = {
  /** Access control and the proxy, for any Connect-style server. */
  readonly handler: Handler;
  /** What the page has to know. */
  readonly facts: PageFacts;
  /** Ends the connections to the environments. */
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly limits?: Partial<Limits>;
  /** What answers for `demo` instead of an emulator of the application's own. */
  readonly emulator?: { readonly fetch: Fetch };
  /** How the server was started (`startCommand`), to be told to whoever has only the demo. */
  readonly startCommand?: string;
};

/** Puts the server together from its configuration. The only place that knows both the proxy and the emulator. */
export function createApplication(config: Config, parts: Parts = {}): Application {
  const limits = { ...LIMITS, ...parts.limits };
  const environments = config.environments.map((each) => connect(each, limits, parts));
  const names = ownNames(config.host, config.publicOrigins);
  const log = config.log && {
    log: (entry: RequestLogEntry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
  };
  const mayEnter = createAccessControl({ access: config.access, names, ...log });
  const proxy = createProxy({ environments, limits, names, ...log });
  const demoOnly = environments.every(({ name }) => name === 'demo');
  return {
    handler: (req, res, next) => mayEnter(req, res, () => proxy(req, res, next)),
    facts: {
      environments: environments.map(({ name }) => name),
      signOutPath: config.access.kind === 'key' ? SIGN_OUT_PATH : null,
      startCommand: (demoOnly && parts.startCommand) || null,
    },
    close: async () => {
      await Promise.all(environments.map(({ transport }) => transport.close()));
    },
  };
}

function connect(environment: EnvironmentConfig, limits: Limits, parts: Parts): ProxyEnvironment {
  const { name } = environment;
  if (environment.kind === 'emulator') {
    const emulator = parts.emulator ?? createEmulator();
    const transport = createFetchTransport((request) => emulator.fetch(request));
    // Nothing to look for in answers: these credentials are public, and "demo" is a common word.
    const authorization = new Secret(DEMO_AUTHORIZATION);
    return {
      name,
      transport,
      credentials: fixedCredentials({ generation: 0, authorization, tokenForms: [] }),
    };
  }
  const transport = createPoolTransport(environment.origin, limits.connectMs);
  return { name, transport, credentials: credentialsOf(environment, limits) };
}

function credentialsOf(
  { scheme, token, tokenFile }: Extract<EnvironmentConfig, { kind: 'remote' }>,
  limits: Limits,
): Credentials {
  if (!tokenFile) return fixedCredentials(credentialOf(scheme, token));
  return watchedCredentials({
    scheme,
    token,
    file: tokenFile,
    checkMs: limits.tokenCheckMs,
    warn: (line) => process.stderr.write(`${line}\n`),
    now: () => performance.now(),
  });
}
