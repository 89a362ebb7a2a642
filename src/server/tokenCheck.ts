import { decodeApiError } from '../toloka/apiError.ts';
import { ENVIRONMENTS } from '../toloka/environments.ts';
import type { EnvironmentConfig } from './config.ts';
import { REMOTE_ENVIRONMENTS } from './environments.ts';

type Remote = Extract<EnvironmentConfig, { kind: 'remote' }>;

/**
 * Whether Toloka accepts each token, in lines for the terminal of whoever has just started the server; what is wrong and
 * what to do where it does not. One question for one operation to each account, through the server's own proxy at `origin`,
 * so that every rule holds for it too. Never rejects, and no line holds any of a token.
 */
export async function tokenLines(
  environments: readonly EnvironmentConfig[],
  origin: string,
): Promise<readonly string[]> {
  const remote = environments.flatMap((each) => (each.kind === 'remote' ? [each] : []));
  const answers = await Promise.all(remote.map(async (each) => linesOf(each, await ask(each, origin))));
  return answers.flat();
}

type Answer = { readonly status: number; readonly code: string };

async function ask({ name }: Remote, origin: string): Promise<Answer> {
  try {
    const answer = await fetch(new URL(`/${name}/api/v1/operations?limit=1`, origin));
    // Of a good answer too: what is not read keeps its connection.
    const body: unknown = await answer.json();
    const { code = '' } = decodeApiError(body);
    // It may be anything that an upstream sends, and this goes to a terminal.
    return { status: answer.status, code: /^[A-Z][A-Z_]{0,60}$/.test(code) ? ` ${code}` : '' };
  } catch {
    // The server was stopped meanwhile, or what came is no JSON: no news about the token.
    return { status: 0, code: '' };
  }
}

function linesOf(environment: Remote, { status, code }: Answer): readonly string[] {
  const place = ENVIRONMENTS[environment.name].label;
  if (status === 200) return [`${place}: Toloka accepts the token.`];
  if (status === 401) {
    return [`${place}: Toloka refuses the token (401${code}).`, ...mends(environment)];
  }
  if (status === 403) {
    return [`${place}: the token may not read operations (403${code}).`, ...mends(environment)];
  }
  return status === 0 ? [] : [`${place}: the token could not be tried (${status}${code}).`];
}

/** What is to be looked at, the likeliest first. */
function mends({ name, origin, scheme, tokenFile }: Remote): readonly string[] {
  const row = REMOTE_ENVIRONMENTS.find((each) => each.name === name);
  const variable = tokenFile?.variable ?? row?.tokenVariable ?? '';
  const other = REMOTE_ENVIRONMENTS.find((each) => each.name !== name);
  return [
    `  ${variable} was sent to ${origin} as "${scheme}".`,
    scheme === 'ApiKey'
      ? '  An older OAuth token needs TOLOKA_AUTH_SCHEME=OAuth.'
      : '  A key made under Profile > Integrations needs TOLOKA_AUTH_SCHEME=ApiKey.',
    ...(other ? [`  A token of the ${other.name} account belongs in ${other.tokenVariable}.`] : []),
  ];
}
