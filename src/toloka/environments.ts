import type { Text } from '../words/words.ts';

type EnvironmentFacts = {
  readonly label: Text;
  readonly origin: string | null;
  readonly variable: string | null;
};

/**
 * The systems that a dashboard can show. A link names its environment, because an operation's ID means nothing
 * without it. Origins: public reference ("Production version", "Sandbox").
 */
export const ENVIRONMENTS = {
  production: { label: 'Production', origin: 'https://toloka.dev', variable: 'TOLOKA' },
  sandbox: { label: 'Sandbox', origin: 'https://sandbox.toloka.dev', variable: 'TOLOKA_SANDBOX' },
  demo: { label: 'Demo', origin: null, variable: null },
} as const satisfies Record<string, EnvironmentFacts>;

export type EnvironmentName = keyof typeof ENVIRONMENTS;

/** Whether a text names an environment that exists at all; whether it is configured is the server's to say. */
export function isEnvironmentName(text: string): text is EnvironmentName {
  return Object.hasOwn(ENVIRONMENTS, text);
}
