import { createEmulator } from '../emulator/emulator.ts';
import type { Config, EnvironmentConfig } from './config.ts';
import { DEMO_AUTHORIZATION } from './environments.ts';
import { createFetchTransport, type Fetch } from './fetchTransport.ts';
import { LIMITS, type Limits } from './limits.ts';
import { createPoolTransport } from './poolTransport.ts';
import { createProxy, type Handler, type ProxyEnvironment } from './proxy.ts';
import { Secret } from './secret.ts';
import { tokenForms } from './tokenForms.ts';

/** The parts of the server, put together. */
export type Application = {
  /** The proxy, for any Connect-style server. */
  readonly handler: Handler;
  /** Names of the environments, in the order in which the page offers them. */
  readonly environments: readonly string[];
  /** Ends the connections to the environments. */
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly limits?: Partial<Limits>;
  /** What answers for `demo` instead of an emulator of the application's own. */
  readonly emulator?: { readonly fetch: Fetch };
};

/** Puts the server together from its configuration. The only place that knows both the proxy and the emulator. */
export function createApplication(config: Config, parts: Parts = {}): Application {
  const limits = { ...LIMITS, ...parts.limits };
  const environments = config.environments.map((each) => connect(each, limits, parts));
  const handler = createProxy({
    environments,
    limits,
    host: config.host,
    ...(config.log && { log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`) }),
  });
  return {
    handler,
    environments: environments.map(({ name }) => name),
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
    return { name, transport, authorization: new Secret(DEMO_AUTHORIZATION), tokenForms: [] };
  }
  const { origin, scheme, token } = environment;
  return {
    name,
    transport: createPoolTransport(origin, limits.connectMs),
    authorization: new Secret(`${scheme} ${token.reveal()}`),
    tokenForms: tokenForms(scheme, token),
  };
}
