/** How a command of the documents is tried, so that what they tell works. */
export type Proof =
  /** A script of package.json that `npm test` (scripts/test.mjs) runs. */
  | { readonly gate: string }
  /** It stands in a file that does it: `.ci/run`, or another test. */
  | { readonly file: string; readonly holds: string }
  /** Started and asked: a page with these environments, where none is named one for a team, or the emulator's API. */
  | {
      readonly serves: 'page' | 'api';
      /** The variable that says where it is to listen. */
      readonly port: string;
      readonly environments?: string;
      /** What the document tells to do before. */
      readonly after?: readonly string[];
    }
  /** Done before another one is started. */
  | { readonly before: string }
  /** Run to its end, which is an exit code and what it prints; with other words where these would take minutes. */
  | {
      readonly ends: number;
      readonly says: RegExp;
      readonly env?: Readonly<Record<string, string>>;
      readonly as?: string;
    }
  /** What a script of package.json says, done in a folder of its own, because it rewrites what it finds. */
  | { readonly aside: string; readonly says: RegExp }
  /** A benchmark, which takes minutes: it exists. */
  | { readonly bench: string };

/** Where the documents keep secrets. The test exchanges it for a folder of its own. */
export const SECRETS = '/etc/toloka-operations';
const NEW_KEY = `(umask 077; openssl rand -base64 24 > ${SECRETS}/access-key)`;
const TEAM = `HOST=0.0.0.0 ALLOWED_HOSTS=https://ops.example.com ACCESS_KEY_FILE=${SECRETS}/access-key TOLOKA_TOKEN_FILE=${SECRETS}/token node dist/server/server.js`;
const WITH_KEY = 'TOLOKA_AUTH_SCHEME=ApiKey TOLOKA_TOKEN_FILE=~/toloka-token npm start';
const DEMO = { serves: 'page', port: 'PORT', environments: 'demo' } as const;

/** Every command that README.md, CONTRIBUTING.md and SECURITY.md show, with how it is tried. */
export const COMMANDS: Readonly<Record<string, Proof>> = {
  'npm ci': { file: '.ci/run', holds: 'npm ci && npm test' },
  'npm test': { file: '.ci/run', holds: 'npm ci && npm test' },
  'npm run build': { gate: 'build' },
  'npm run check:types': { gate: 'check:types' },
  'npm run check:lint': { gate: 'check:lint' },
  'npm run check:format': { gate: 'check:format' },
  'npm run check:advisories': { gate: 'check:advisories' },
  'npm run unit': { gate: 'unit' },
  'npm run e2e': { gate: 'e2e' },
  // The same tests as in `npm run e2e`, on slower pages.
  'npm run check:slow': { file: 'e2e/slow.ts', holds: "process.env['E2E_SLOW']" },
  // The same states as in `npm run e2e`, in more windows and languages.
  'npm run check:a11y': { file: 'e2e/accessible.spec.ts', holds: "process.env['A11Y']" },
  // The same walks as in `npm run unit`, only many more.
  'npm run check:paging': { file: 'tests/paging/generated.ts', holds: "process.env['PAGING_RUNS']" },

  'npm start': DEMO,
  'npx .': DEMO,
  'npx . --open': DEMO,
  'npm run dev': DEMO,
  'npm run emulator': { serves: 'api', port: 'EMULATOR_PORT' },
  [WITH_KEY]: { ...DEMO, environments: 'production', after: ['chmod 600 ~/toloka-token'] },
  'chmod 600 ~/toloka-token': { before: WITH_KEY },
  [TEAM]: { serves: 'page', port: 'PORT', after: [NEW_KEY] },
  [NEW_KEY]: { before: TEAM },

  'npx . --help': { ends: 0, says: /^Usage: npx \. \[flags\]$/m },
  'npm start -- --sign-in-link': {
    ends: 0,
    says: /^Sign in with this link, once and within ten minutes: http:\S+$/m,
    env: { ACCESS_KEY: 'a-key-0123456789-abcdefgh' },
  },
  'npm run format': { aside: 'format', says: /^loose\.json \d+ms$/m },
  'npm run screenshots': {
    ends: 2,
    says: /^Usage: npm run screenshots/m,
    as: 'npm run screenshots -- --nothing-such',
  },

  'npm run pack': { file: 'tests/pack.test.ts', holds: "['run', 'pack'," },
  // From the same file, without asking a registry for the packages that it needs.
  'npm install ./toloka-operations-0.1.0.tgz': { file: 'tests/pack.test.ts', holds: "'tar', ['-xzf'" },
  'npx toloka-operations': { file: 'tests/pack.test.ts', holds: "['--offline', 'toloka-operations'," },

  'npm run bench': { ends: 2, says: /^Usage: npm run bench/m, as: 'npm run bench -- nothing-such' },
  'npm run bench -- list': { bench: 'list' },
  'npm run bench -- log': { bench: 'log' },
  'npm run bench -- eta': { bench: 'eta' },
  'ETA_SEED=2 npm run bench -- eta': { bench: 'eta' },
  'npm run bench -- soak --minutes 2': { bench: 'soak' },
  'npm run bench -- proxy': { bench: 'proxy' },
  'npm run bench -- viewers': { bench: 'viewers' },
};
