import { ENVIRONMENTS, isEnvironmentName } from '../toloka/environments.ts';
import { t, type Text } from '../words/words.ts';
import type { RequestFailure } from './api/failure.ts';

/** What a refusal means, and what a person can do about it. */
export type RefusalWords<Words = string> = { readonly title: Words; readonly advice: Words };

/** Refusals of the dashboard's own server, by its codes: they say nothing about the account's token. */
const OWN_REFUSALS: Readonly<Record<string, RefusalWords<Text>>> = {
  ACCESS_KEY_REQUIRED: {
    title: 'Your session on this server is over',
    advice: 'Reload the page to sign in; it opens where you are now.',
  },
  HOST_NOT_ALLOWED: {
    title: 'This server does not answer under this address',
    advice: 'Open it by the address that it printed when it started, or ask who runs it.',
  },
  PEER_NOT_ALLOWED: {
    title: 'This server answers only through its proxy',
    advice: 'Open it by the proxy’s address, or ask who runs it.',
  },
  CROSS_SITE_REQUEST: {
    title: 'This server refused the request',
    advice: 'Open the page again by its own address.',
  },
};

/** The words for a refusal of the dashboard's own server; null when the API failed instead. */
export function ownRefusal({ code }: RequestFailure): RefusalWords | null {
  const words = Object.hasOwn(OWN_REFUSALS, code) ? OWN_REFUSALS[code] : undefined;
  return words ? { title: t(words.title), advice: t(words.advice) } : null;
}

/** How an environment's token is renewed, and what else may be wrong with it, in sentences. A token in a file needs no restart. */
export function renewalWords(environment: string): string {
  const variable = isEnvironmentName(environment) ? ENVIRONMENTS[environment].variable : null;
  if (variable === null) return t('Start the dashboard’s server again, then retry.');
  const renew = t(
    'Write a new token into the file that {variable}_TOKEN_FILE names, or start the dashboard’s server again with a new {variable}_TOKEN. Then retry.',
    { variable },
  );
  const check = t(
    'Production and the sandbox have tokens of their own, and keys from Profile → Integrations need TOLOKA_AUTH_SCHEME=ApiKey.',
  );
  return `${renew} ${check}`;
}
