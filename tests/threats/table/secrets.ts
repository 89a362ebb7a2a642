import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { UPSTREAM_MODES } from '../../../src/server/testing/faultUpstream.ts';
import { rawRequest, requestText } from '../../../src/server/testing/rawRequest.ts';
import { SENTINEL } from '../../../src/server/testing/serve.ts';
import { FILE_SENTINEL, type Home } from '../homes.ts';
import { attempt, hostHeader, LIST, type Threat } from './threat.ts';

/** Where the token may go, and where it must not: rows 10, 17 and 21. */

const SANDBOX = LIST.replace('production', 'sandbox');
/** What the token file holds after it has been replaced. */
const SECOND_TOKEN = `${SENTINEL}/file-two`;

/**
 * Every form of a text that is looked for: raw, as JSON writes it, URL-encoded, and base64 at each alignment. Written
 * apart from the proxy's own list, which is under test.
 */
function formsOf(text: string): string[] {
  const base64 = [0, 1, 2].map((pad) => {
    const coded = Buffer.from('x'.repeat(pad) + text).toString('base64');
    return coded.replaceAll('=', '').slice(pad + 1, -2);
  });
  const url = base64.map((coded) => coded.replaceAll('+', '-').replaceAll('/', '_'));
  return [text, text.replaceAll('/', '\\/'), encodeURIComponent(text), ...base64, ...url];
}

const FORMS = formsOf(SENTINEL);

/** Which forms of a token stand in a text. The tokens of both environments begin alike, so one search finds both. */
export function leaksIn(text: string): string[] {
  return FORMS.filter((form) => text.includes(form));
}

const tls = (certificate: 'self-signed' | 'wrong-name', title: string): Threat => ({
  row: 10,
  id: 'T-TLS',
  title,
  async run(home) {
    home.tls.use(certificate);
    home.tls.received.length = 0;
    const { result, body } = await attempt(home, `${SANDBOX}/tls-${certificate}`);
    expect([...result, home.tls.received]).toEqual([502, 'UPSTREAM_UNREACHABLE', []]);
    expect(body).toContain('its certificate is not trusted');
  },
});

const trusted: Threat = {
  row: 10,
  id: 'T-TLS',
  title: 'one of a trusted authority, under its own name, is told the token',
  async run(home) {
    home.tls.use('good');
    expect((await attempt(home, `${SANDBOX}/tls-good`)).status).toBe(200);
    expect(home.tls.received).toEqual([`OAuth ${FILE_SENTINEL}`]);
  },
};

const replaced: Threat = {
  row: 17,
  id: 'T-LEAK',
  title: 'a token file that is replaced counts from the next question on; a bad one does not, and is named',
  async run(home) {
    const told = async () => {
      home.tls.received.length = 0;
      const { status } = await home.ask(SANDBOX, [hostHeader(home), 'Cache-Control: no-cache']);
      expect(status).toBe(200);
      return home.tls.received;
    };
    writeFileSync(home.tokenFile, `${SENTINEL} two words`);
    expect(await told()).toEqual([`OAuth ${FILE_SENTINEL}`]);
    expect(home.output()).toContain('TOLOKA_SANDBOX_TOKEN_FILE holds something that is not one word');
    writeFileSync(home.tokenFile, SECOND_TOKEN);
    expect(await told()).toEqual([`OAuth ${SECOND_TOKEN}`]);
    expect(home.output()).toContain('TOLOKA_SANDBOX_TOKEN_FILE: a new token was read');
  },
};

const refusedToken: Threat = {
  row: 17,
  id: 'T-LEAK',
  title: 'a 401 is asked again, once, when the file has a new token by then, and passed on when not',
  async run(home) {
    const [first, second] = [`${SENTINEL}/file-four`, `${SENTINEL}/file-five`];
    const ask = () => home.ask(SANDBOX, [hostHeader(home), 'Cache-Control: no-cache']);
    writeFileSync(home.tokenFile, first);
    await ask();
    home.tls.received.length = 0;
    home.tls.statuses.push(401);
    expect((await ask()).status).toBe(401);
    expect(home.tls.received).toEqual([`OAuth ${first}`]);
    home.tls.received.length = 0;
    home.tls.statuses.push(401);
    home.tls.meanwhile(() => writeFileSync(home.tokenFile, second));
    expect((await ask()).status).toBe(200);
    expect(home.tls.received).toEqual([`OAuth ${first}`, `OAuth ${second}`]);
  },
};

const environment: Threat = {
  row: 17,
  id: 'T-LEAK',
  title: 'the token is not in the variables that child processes would inherit',
  async run(home) {
    const variables = await home.probe('variables');
    expect(leaksIn(JSON.stringify(variables))).toEqual([]);
    expect(variables).toMatchObject({ TOLOKA_URL: home.upstream.origin });
  },
};

/** Vite's ways to the source of a file. */
const FILE_QUERIES = [
  '',
  '?raw',
  '?import&raw',
  '?url',
  '?inline',
  '?raw??',
  '?import&raw??',
  '?.svg?import',
];

const OTHERS = [
  LIST,
  `${LIST}?x=1`,
  '/other/api/v1/operations',
  '/',
  '/nowhere',
  '/healthz',
  '/@vite/client',
  '/@vite/env',
  '/src/app/main.tsx',
  '/vite.config.ts',
  '/package.json',
  '/proc/self/environ',
];

function sweepTargets(home: Home): string[] {
  // The gate would keep the rest from being asked; it is swept with the flood.
  const modes = Object.keys(UPSTREAM_MODES).filter((mode) => !/^error-429|^log-long/.test(mode));
  const file = `/@fs${home.tokenFile}`;
  return [
    ...modes.flatMap((mode) => [`${LIST}/${mode}`, `${LIST}/${mode}/log`]),
    ...OTHERS,
    ...FILE_QUERIES.flatMap((query) => [`${file}${query}`, `/@fs/x/..${home.tokenFile}${query}`]),
    '/@fs/proc/self/environ?raw',
  ];
}

/** Everything that comes back for a target, for GET and for HEAD. */
async function everything(home: Home, target: string): Promise<string> {
  const headers = [hostHeader(home), 'Cache-Control: no-cache', 'Accept: text/html'];
  let text = '';
  for (const method of ['GET', 'HEAD']) {
    const request = requestText(target, headers, { method });
    // What is cut off by a reset has been looked at in the tests of the logs.
    text += await rawRequest(home.port, request).then(
      (answer) => answer.text,
      () => '',
    );
  }
  return text;
}

const sweep: Threat = {
  row: 17,
  id: 'T-LEAK',
  title: 'every fault, through every route: no answer holds the token in any form',
  async run(home) {
    const targets = sweepTargets(home);
    const leaking: string[] = [];
    const before = home.upstream.requests.length;
    const work = async () => {
      for (let target = targets.pop(); target !== undefined; target = targets.pop()) {
        if (leaksIn(await everything(home, target)).length > 0) leaking.push(target);
      }
    };
    // Few enough that those which hang leave connections to the upstream for the others.
    await Promise.all(Array.from({ length: 6 }, work));
    expect(leaking).toEqual([]);
    const sent = home.upstream.requests.slice(before);
    expect(sent.filter(({ rawHeaders }) => rawHeaders.includes(`OAuth ${SENTINEL}`)).length).toBe(
      sent.length,
    );
    expect(sent.length).toBeGreaterThan(150);
  },
};

const printed: Threat = {
  row: 17,
  id: 'T-LEAK',
  title: 'nothing that was printed holds the token, with all of Vite’s debug output on',
  async run(home) {
    expect(leaksIn(home.output())).toEqual([]);
    if (home.name !== 'built') expect(home.output()).toMatch(/vite:\w+/);
    return Promise.resolve();
  },
};

/** In the order in which they run: the sweep comes after everything that could have been printed. */
export const SECRET_THREATS: readonly Threat[] = [
  tls('self-signed', 'a self-signed upstream is told nothing'),
  tls('wrong-name', 'nor is one with another’s certificate'),
  trusted,
  replaced,
  refusedToken,
  environment,
  sweep,
  printed,
];

/** The files of a build, with their texts. */
export function builtFiles(folder: string): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((name) => ({ name, text: readFileSync(name, 'latin1') }));
}
