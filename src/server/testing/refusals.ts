import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Stands for every secret of these tests; none of it may be printed. */
export const REFUSED_SECRET = 'SENTINEL-0123456789-abcdefgh';

/** Variables (`NAME=value`) and flags, of which later ones win, and what the one line about them says. */
export type Refusal = readonly [settings: readonly string[], says: string];

/** A server for a team that is right but for what follows. */
const TEAM = ['HOST=0.0.0.0', `ACCESS_KEY=${REFUSED_SECRET}`, 'ALLOWED_HOSTS=https://ops.example'];
const TOKEN = `TOLOKA_TOKEN=${REFUSED_SECRET}`;
const NEW_KEY = 'Make one with: openssl rand -base64 24.';

/** Files to name in settings, in a folder of their own. */
export function refusedFiles() {
  const folder = mkdtempSync(path.join(tmpdir(), 'toloka-refusals-'));
  const write = (name: string, text: string, mode = 0o600) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  };
  const directory = path.join(folder, 'directory');
  mkdirSync(directory);
  return {
    folder,
    directory,
    none: path.join(folder, 'none'),
    good: write('good', `${REFUSED_SECRET}\n`),
    open: write('open', REFUSED_SECRET, 0o644),
    empty: write('empty', '\n'),
    twoLines: write('two-lines', `${REFUSED_SECRET}\nsecond line\n`),
    huge: write('huge', REFUSED_SECRET.repeat(5_000)),
  };
}

/** Every setting that makes no sense, one fault each. */
export function refusals(files: ReturnType<typeof refusedFiles>): readonly Refusal[] {
  return [
    [['PORT=http'], 'PORT is not a port. Set a whole number from 0 (any free port) to 65535.'],
    [['PORT=65536'], 'PORT is not a port. Set'],
    [['--port', '4747.5'], '--port is not a port. Set'],
    [['--port'], '--port needs a value. The flags are --open, --demo, --port <number>, --host <name>, --log'],
    [['--host='], '--host needs a value. The flags are'],
    [['--demo=yes'], '--demo takes no value. The flags are'],
    [['--demo', '--demo'], '--demo is given more than once. Give it once.'],
    [['--open=x'], '--open takes no value. The flags are'],
    [['--nope'], '--nope is not a flag. The flags are'],
    [['-x'], '-x is not a flag. The flags are'],
    [['--tokn', REFUSED_SECRET], '--tokn is not a flag. The flags are'],
    [['serve'], 'serve is not a flag. The flags are'],
    [[REFUSED_SECRET], 'An argument is not a flag. The flags are'],
    [
      ['--access-key', REFUSED_SECRET],
      '--access-key is not a flag: other users can read the command line. Use',
    ],

    [
      ['HOST=0.0.0.0'],
      'HOST names an address that other machines can reach, and whoever reaches it could read',
    ],
    [['HOST=http://x'], 'HOST is no address to listen on. Leave it out'],
    [[...TEAM, 'HOST=192.0.2.7'], 'HOST 192.0.2.7 is no address of this machine. Leave it out'],
    [[...TEAM, '--host', 'none.invalid'], '--host none.invalid is no address of this machine. Leave it out'],
    [
      [...TEAM, 'ALLOWED_HOSTS='],
      'ALLOWED_HOSTS is not set, but HOST names an address that other machines can',
    ],
    [['ALLOWED_HOSTS=ops.example'], 'ALLOWED_HOSTS lets other machines in, and nothing says who may read'],
    [['ALLOWED_HOSTS=*.example'], 'ALLOWED_HOSTS holds a pattern, but names are compared whole. Set what'],
    [['ALLOWED_HOSTS=https://a.example/x'], 'ALLOWED_HOSTS holds something that is no http(s) address. Set'],
    [['ALLOWED_HOSTS=a.example http://a.example'], 'ALLOWED_HOSTS holds the same name twice. Name it once'],
    [['ALLOWED_HOSTS=,'], 'ALLOWED_HOSTS holds no address. Set'],

    [
      ['ACCESS_KEY=0123456789-abcdefghijkl'],
      `ACCESS_KEY is shorter than 24 characters, so it could be guessed. ${NEW_KEY}`,
    ],
    [
      ['ACCESS_KEY=abcabcabcabcabcabcabcabc'],
      `ACCESS_KEY has fewer than 10 different characters. ${NEW_KEY}`,
    ],
    [
      [`ACCESS_KEY=${REFUSED_SECRET} x`],
      'ACCESS_KEY holds something that is not one word of ASCII characters.',
    ],
    [
      [...TEAM, TOKEN],
      'ACCESS_KEY is the token of an account, so everybody who may look would hold the token.',
    ],
    [
      [...TEAM, `ACCESS_KEY_FILE=${files.good}`],
      'ACCESS_KEY_FILE is set, and so is ACCESS_KEY. Set only one',
    ],
    [
      [`ACCESS_KEY_FILE=${files.open}`],
      'ACCESS_KEY_FILE names a file that other users can read (mode 644). Run:',
    ],
    [[...TEAM, 'AUTH_PROXY=127.0.0.1'], 'AUTH_PROXY is set, and so is an access key. Set only one of them.'],
    [['AUTH_PROXY=127.0.0.1'], 'ALLOWED_HOSTS is not set, but AUTH_PROXY is. Set what people type, such as'],
    [['AUTH_PROXY=0.0.0.0/0'], 'AUTH_PROXY trusts nearly every address, so anyone could pass for the proxy.'],
    [['AUTH_PROXY=proxy.internal'], 'AUTH_PROXY holds something that is no IP address or network. Set'],
    [
      ['--sign-in-link'],
      '--sign-in-link makes a link for those who know the access key, and there is none. Set',
    ],

    [
      [`${TOKEN}\nX: y`],
      'TOLOKA_TOKEN holds something that is not one word of ASCII characters. Give the token',
    ],
    [
      [TOKEN, `TOLOKA_TOKEN_FILE=${files.good}`],
      'TOLOKA_TOKEN_FILE is set, and so is TOLOKA_TOKEN. Set only one',
    ],
    [
      [`TOLOKA_TOKEN_FILE=${files.none}`],
      'cannot be read: there is none of that name (ENOENT). Check the path.',
    ],
    [[`TOLOKA_TOKEN_FILE=${files.directory}`], 'cannot be read: it is a folder (EISDIR). Check the path.'],
    [[`TOLOKA_TOKEN_FILE=${files.huge}`], 'cannot be read: it is too large (EFBIG). Check the path.'],
    [
      [`TOLOKA_TOKEN_FILE=${files.twoLines}`],
      'TOLOKA_TOKEN_FILE holds something that is not one word of ASCII',
    ],
    [[`TOLOKA_TOKEN_FILE=${files.open}`], `other users can read (mode 644). Run: chmod 600 ${files.open}.`],
    [
      [`TOLOKA_SANDBOX_TOKEN_FILE=${files.empty}`],
      'TOLOKA_SANDBOX_TOKEN_FILE holds no token. Give the token alone',
    ],
    [
      [TOKEN, 'TOLOKA_URL=http://toloka.dev'],
      'TOLOKA_URL is plain http to another machine, so the token would',
    ],
    [[TOKEN, 'TOLOKA_URL=toloka.dev'], 'TOLOKA_URL is not a bare http(s) origin: no path, query, fragment'],
    [
      ['TOLOKA_SANDBOX_URL=https://a.example'],
      'TOLOKA_SANDBOX_TOKEN is not set, but TOLOKA_SANDBOX_URL is. Set',
    ],
    [
      [TOKEN, 'TOLOKA_AUTH_SCHEME=OAuth x'],
      'TOLOKA_AUTH_SCHEME is not an authorization scheme. Set OAuth or',
    ],
    [
      [TOKEN, 'NODE_TLS_REJECT_UNAUTHORIZED=0'],
      'NODE_TLS_REJECT_UNAUTHORIZED is 0, so the token would be sent',
    ],
  ];
}
