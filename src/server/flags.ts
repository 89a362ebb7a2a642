import { parseArgs } from 'node:util';
import { bad, type Fault } from './faults.ts';

/** The flags of the command line. A flag wins over its variable. */
export type Flags = { demo: boolean; log: boolean; host?: string; port?: string };

const TAKES_VALUE = { demo: false, log: false, host: true, port: true } as const;
const KNOWN = '--demo, --host <name>, --port <number>, --log';

/** Reads the arguments after the program's name. Never throws; everything that is not understood is a fault. */
export function readFlags(argv: readonly string[]): { flags: Flags; faults: Fault[] } {
  const flags: Flags = { demo: false, log: false };
  const faults: Fault[] = [];
  const options = {
    demo: { type: 'boolean' },
    log: { type: 'boolean' },
    host: { type: 'string' },
    port: { type: 'string' },
  } as const;
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const shown = token.kind === 'positional' ? token.value : token.rawName;
    const name = token.kind === 'option' ? token.name : '';
    if (!isFlag(name) || token.kind !== 'option') {
      faults.push(bad(shown, 'is not a flag', `The flags are ${KNOWN}`).fault);
    } else if (TAKES_VALUE[name] !== (token.value !== undefined)) {
      const reason = TAKES_VALUE[name] ? 'needs a value' : 'takes no value';
      faults.push(bad(shown, reason, `The flags are ${KNOWN}`).fault);
    } else if (name === 'demo' || name === 'log') flags[name] = true;
    else if (token.value !== undefined) flags[name] = token.value;
  }
  return { flags, faults };
}

function isFlag(name: string): name is keyof typeof TAKES_VALUE {
  return Object.hasOwn(TAKES_VALUE, name);
}
