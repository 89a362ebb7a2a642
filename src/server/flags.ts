import { parseArgs } from 'node:util';
import { bad, type Fault } from './faults.ts';

/** What a flag takes (null for nothing), what it does, and its short form where it has one. */
type FlagRow = { readonly value: string | null; readonly does: string; readonly short?: string };

/** The flags of the command line, in the order in which they are told. A flag wins over its variable. */
export const FLAGS = {
  open: { value: null, does: 'opens the page in your browser' },
  demo: { value: null, does: 'offers the demo beside your environments' },
  port: { value: 'number', does: 'listens on this port instead of PORT; 0 for any free one' },
  host: { value: 'name', does: 'listens on this address instead of HOST' },
  log: { value: null, does: 'writes a line of JSON about each request to stderr' },
  'sign-in-link': { value: null, does: 'prints a link that signs one person in, and exits' },
  help: { value: null, does: 'prints this, and exits', short: 'h' },
  version: { value: null, does: 'prints the version, and exits', short: 'V' },
} as const satisfies Record<string, FlagRow>;

export type FlagName = keyof typeof FLAGS;

/** What was given: a text for each flag that takes one, otherwise whether it is there. */
export type Flags = {
  readonly [K in FlagName]?: (typeof FLAGS)[K]['value'] extends null ? true : string;
};

/** Flags that people expect and that must not be: what stands on a command line, every user of the machine can read. */
const SECRETS = /^(?:access-)?(?:key|token|password|secret)$/;

const NAMES = Object.keys(FLAGS) as FlagName[];
const KNOWN = NAMES.map(spelled).join(', ');

/** A flag as it is typed, with the name of what it takes: `--port <number>`. */
export function spelled(name: FlagName): string {
  const { value } = FLAGS[name];
  return value === null ? `--${name}` : `--${name} <${value}>`;
}

/** Reads the arguments after the program's name. Never throws; everything that is not understood is a fault. */
export function readFlags(argv: readonly string[]): { flags: Flags; faults: Fault[] } {
  const found = new Map<FlagName, string | true>();
  const faults: Fault[] = [];
  const options = Object.fromEntries(
    NAMES.map((name) => {
      const { value, short }: FlagRow = FLAGS[name];
      return [name, { type: value === null ? 'boolean' : 'string', ...(short && { short }) }] as const;
    }),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'option-terminator') continue;
    const complain = (name: string, reason: string, mend = `The flags are ${KNOWN}`) =>
      faults.push(bad(name, reason, mend).fault);
    if (token.kind === 'positional') {
      const before = tokens[index - 1];
      // The value of a flag that does not exist: that one is named already.
      if (before?.kind === 'option' && !isFlag(before.name)) continue;
      // A secret on the wrong side of a space must not be printed, so only what cannot be one is.
      complain(/^[a-z-]{1,12}$/.test(token.value) ? token.value : 'An argument', 'is not a flag');
      continue;
    }
    const { name, rawName, value } = token;
    if (SECRETS.test(name)) {
      complain(
        rawName,
        'is not a flag: other users can read the command line',
        'Use the variables, preferably those that name a file',
      );
    } else if (!isFlag(name)) complain(rawName, 'is not a flag');
    else if (found.has(name)) complain(rawName, 'is given more than once', 'Give it once');
    else if (FLAGS[name].value === null && value !== undefined) complain(rawName, 'takes no value');
    else if (FLAGS[name].value !== null && !value) complain(rawName, 'needs a value');
    else found.set(name, value ?? true);
  }
  return { flags: Object.fromEntries(found), faults };
}

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}
