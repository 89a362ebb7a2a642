import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect } from 'vitest';
import { attempt, hostHeader, type Threat } from './threat.ts';

/** The page and its files, and from where they can be reached: rows 16, 19 and 20. */

const bind: Threat = {
  row: 16,
  id: 'T-BIND',
  title: 'other machines cannot connect (what is refused at the start: config.test.ts, run.test.ts)',
  async run({ port }) {
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const address of ['127.0.0.2', ...outside]) {
      const connected = new Promise((resolve) => {
        const socket = connect(port, address);
        socket.on('connect', () => resolve('connected')).on('error', () => resolve('refused'));
        socket.on('connect', () => socket.destroy());
      });
      expect([address, await connected]).toEqual([address, 'refused']);
    }
  },
};

const OPEN_TO_SCRIPTS =
  'Vite’s page needs inline scripts and a WebSocket, so development has no such policy.';

const policy: Threat = {
  row: 19,
  id: 'T-CSP',
  title: 'the page comes with its policy (kept in a real browser: e2e)',
  differs: { dev: OPEN_TO_SCRIPTS },
  async run(home) {
    const page = await attempt(home, '/', [hostHeader(home), 'Accept: text/html']);
    expect([page.status, page.headers['content-type']?.split(';')[0]]).toEqual([200, 'text/html']);
    if (home.name === 'dev') return;
    const directives = page.headers['content-security-policy'] ?? '';
    // One script stands in the page, the one that sets the theme, and it is named by its hash.
    const [script, ...others] = page.body.match(/<script(?![^>]*\bsrc=)[^>]*>[\s\S]*?<\/script>/gi) ?? [];
    expect([others, script]).toEqual([[], expect.stringContaining('toloka-operations:settings')]);
    expect(directives).toMatch(
      /^default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; style-src 'self'; /,
    );
    expect(directives).not.toMatch(/unsafe|\*|https?:/);
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(page.body).not.toMatch(/<script[^>]+\bon|\son\w+=|<style|style=|javascript:/i);
  },
};

/** A file of the project that no page needs, and one of the system. */
const PRIVATE = /"devDependencies"|root:x:0:0|defineConfig\(/;

const files: Threat[] = [
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/%2e%2e%2fpackage.json',
  '/..%5cpackage.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
  '//package.json',
  '/./package.json',
  '/package.json',
  '/vite.config.ts',
  '/vite.config.ts?raw',
  '/package.json?import&raw',
  '/@fs/etc/passwd',
  '/@fs/etc/passwd?raw',
  '/@fs/etc/passwd?import&raw??',
  '/@fs/../../etc/passwd',
  '/@fs/x/x/x/vite/../../../etc/passwd',
  '/.git/config',
  '/%',
  '/%00',
].map((target): Threat => ({
  row: 20,
  id: 'T-STATIC',
  title: `${target} is no file`,
  differs: { dev: 'Vite hands out what the page is made of: src, public, node_modules and nothing else.' },
  async run(home) {
    for (const accept of ['Accept: */*', 'Accept: text/html']) {
      const { status, body, text } = await attempt(home, target, [hostHeader(home), accept]);
      expect(text).not.toMatch(PRIVATE);
      // A navigation gets the page, which is no file either.
      const page = /^<!doctype html>/i.test(body);
      expect([target, status, status >= 400 || page]).toEqual([target, status, true]);
    }
  },
}));

export const SITE_THREATS: readonly Threat[] = [bind, policy, ...files];
