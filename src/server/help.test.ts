import { expect, test } from 'vitest';
import { helpText, VERSION_LINE } from './help.ts';
import { startCommand } from './startCommand.ts';

test('the help tells what it is, how it is called, every flag and every variable', () => {
  expect(helpText('npx toloka-operations').split('\n').slice(0, 17)).toEqual([
    'Watch the asynchronous operations of a Toloka account in a browser.',
    '',
    'Usage: npx toloka-operations [flags]',
    '',
    'Flags',
    '  --open           opens the page in your browser',
    '  --demo           offers the demo beside your environments',
    '  --port <number>  listens on this port instead of PORT; 0 for any free one',
    '  --host <name>    listens on this address instead of HOST',
    '  --log            writes a line of JSON about each request to stderr',
    '  --sign-in-link   prints a link that signs one person in, and exits',
    '  -h, --help       prints this, and exits',
    '  -V, --version    prints the version, and exits',
    '',
    'Variables',
    '  TOLOKA_TOKEN               token of the production account',
    '  TOLOKA_TOKEN_FILE          or a file that holds it, readable by nobody else',
  ]);
});

test('npm passes on only the flags that stand behind its own separator', () => {
  expect(helpText('npm start')).toContain('\nUsage: npm start -- [flags]\n');
});

test('no line is wider than a terminal of 80 columns, and none ends in a space', () => {
  const lines = helpText('node dist/server/server.js').split('\n');
  expect(lines.filter((line) => line.length > 80 || line.endsWith(' '))).toEqual([]);
  expect(lines.at(-1)).toBe('');
});

test('the version is the one of the package', () => {
  expect(VERSION_LINE).toMatch(/^toloka-operations \d+\.\d+\.\d+\n$/);
});

test.each([
  ['npm start', '/home/me/toloka-operations', 'start'],
  ['npm run dev', '/home/me/toloka-operations', 'dev'],
  ['npm run preview', '/home/me/toloka-operations', 'preview'],
  ['npx .', '/home/me/toloka-operations', 'npx'],
  ['npx toloka-operations', '/home/me/node_modules/toloka-operations', 'npx'],
  ['toloka-operations', '/usr/lib/node_modules/toloka-operations', undefined],
  ['node dist/server/server.js', '/srv/toloka-operations', undefined],
  ['node dist/server/server.js', '/srv/toloka-operations', 'some-script'],
])('%s is what was typed', (command, root, event) => {
  expect(startCommand({ npm_lifecycle_event: event }, root)).toBe(command);
});
