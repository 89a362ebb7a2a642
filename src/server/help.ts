import { version } from '../../package.json';
import { FLAGS, spelled, type FlagName } from './flags.ts';
import { VARIABLES } from './variables.ts';

/** What `--version` prints. */
export const VERSION_LINE = `toloka-operations ${version}\n`;

/** Between a name and what is said of it. */
const GAP = '  ';

/** What `--help` prints: every flag and every variable, at most 80 columns wide. `command`: how this one was started. */
export function helpText(command: string): string {
  const flags = (Object.keys(FLAGS) as FlagName[]).map((name): [string, string] => {
    const row: { readonly short?: string; readonly does: string } = FLAGS[name];
    return [`${row.short ? `-${row.short}, ` : ''}${spelled(name)}`, row.does];
  });
  const variables = VARIABLES.map(({ name, does, otherwise }): [string, string] => [
    name,
    otherwise === undefined ? does : `${does} (${otherwise})`,
  ]);
  // npm takes flags for its own, up to a lone `--`.
  const separator = command.startsWith('npm ') ? ' --' : '';
  return `${[
    'Watch the asynchronous operations of a Toloka account in a browser.',
    '',
    `Usage: ${command}${separator} [flags]`,
    '',
    'Flags',
    ...aligned(flags),
    '',
    'Variables',
    ...aligned(variables),
    '',
    'Without a token it shows a demo. Tokens and keys are never flags: other users of',
    'the machine can read the command line. See README.md for more.',
  ].join('\n')}\n`;
}

function aligned(rows: readonly (readonly [name: string, does: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, does]) => `${GAP}${name.padEnd(width)}${GAP}${does}`);
}
