import { ENVIRONMENTS, type EnvironmentName } from '../toloka/environments.ts';

type RemoteEnvironment = {
  readonly name: EnvironmentName;
  /** Variable that holds the token; `${tokenVariable}_FILE` names a file that holds it instead. */
  readonly tokenVariable: string;
  readonly urlVariable: string;
  readonly defaultUrl: string;
};

/**
 * The environments that are reached over the network with a token, in the order in which the page offers them. A
 * further one is a row of `ENVIRONMENTS`.
 */
export const REMOTE_ENVIRONMENTS: readonly RemoteEnvironment[] = (
  Object.keys(ENVIRONMENTS) as EnvironmentName[]
).flatMap((name) => {
  const { origin, variable } = ENVIRONMENTS[name];
  if (origin === null) return [];
  return [{ name, tokenVariable: `${variable}_TOKEN`, urlVariable: `${variable}_URL`, defaultUrl: origin }];
});

/** The credentials of the emulator, in the open on purpose: they guard nothing. */
export const DEMO_AUTHORIZATION = 'OAuth demo';

/** Variables that hold a secret themselves: to be taken out of the process' environment once they are read. */
export const SECRET_VARIABLES: readonly string[] = [
  ...REMOTE_ENVIRONMENTS.map((row) => row.tokenVariable),
  'ACCESS_KEY',
];
