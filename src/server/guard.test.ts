import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { checkSameSite } from './guard.ts';

/**
 * Reached by plain http under a name that is not loopback, a server gets no Sec-Fetch header, and no Origin with a GET
 * for an image. Everything else about who may ask is in tests/threats.
 */

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';
const TEAM = 'http://ops.example.com';

function passes(own: string, headers: Record<string, string>): boolean {
  try {
    checkSameSite({ headers } as unknown as IncomingMessage, own);
    return true;
  } catch {
    return false;
  }
}

describe('a browser that does not say where its request comes from', () => {
  test.each([
    ['another site’s image', { 'user-agent': FIREFOX }, false],
    ['this page', { 'user-agent': FIREFOX, 'x-toloka-dashboard': '1' }, true],
    ['this page, with its origin', { 'user-agent': FIREFOX, origin: TEAM }, true],
    ['curl', { 'user-agent': 'curl/8.5.0' }, true],
    ['toloka-kit', { 'user-agent': 'python-requests/2.32' }, true],
    ['a program without a name', {}, true],
    [
      'another site that found out the header',
      { 'user-agent': FIREFOX, 'x-toloka-dashboard': '1', origin: 'http://evil.example' },
      false,
    ],
  ])('%s', (_, headers, expected) => {
    expect(passes(TEAM, headers)).toBe(expected);
  });

  test('over https and on loopback browsers always say it, so nothing more is wanted', () => {
    for (const own of ['https://ops.example.com', 'http://127.0.0.1:4747', 'http://[::1]:4747']) {
      expect(passes(own, { 'user-agent': FIREFOX })).toBe(true);
    }
  });
});
