import { DEFAULT_HOST, DEFAULT_PORT } from './config.ts';
import { REMOTE_ENVIRONMENTS } from './environments.ts';

/** A variable as it is told to people: what it is for, and what holds when it is not set. */
export type Variable = { readonly name: string; readonly does: string; readonly otherwise?: string };

const AGAIN = 'or a file that holds it, readable by nobody else';

/** Every variable that the server reads, in the order in which they are told. What they may hold is said by `config.ts`. */
export const VARIABLES: readonly Variable[] = [
  ...REMOTE_ENVIRONMENTS.flatMap(({ name, tokenVariable, urlVariable, defaultUrl }) => [
    { name: tokenVariable, does: `token of the ${name} account` },
    { name: `${tokenVariable}_FILE`, does: AGAIN },
    { name: urlVariable, does: 'origin of its API', otherwise: defaultUrl },
  ]),
  { name: 'TOLOKA_AUTH_SCHEME', does: 'OAuth, or ApiKey for keys of the newer kind', otherwise: 'OAuth' },
  { name: 'HOST', does: 'address to listen on', otherwise: DEFAULT_HOST },
  { name: 'PORT', does: 'port to listen on', otherwise: String(DEFAULT_PORT) },
  { name: 'ACCESS_KEY', does: 'for a team: the key that everybody has to enter' },
  { name: 'ACCESS_KEY_FILE', does: AGAIN },
  { name: 'AUTH_PROXY', does: 'or the address of a proxy that signs people in' },
  { name: 'ALLOWED_HOSTS', does: 'for a team: the address that people type' },
];
