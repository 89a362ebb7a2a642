import { expect, test } from 'vitest';
import { fixedCredentials, credentialOf, watchedCredentials } from './credentials.ts';
import { bad, good, type Reading } from './faults.ts';
import { Secret } from './secret.ts';

/** A token file in memory: `put` replaces it, `looks` and `reads` count. */
function watched(initial = 'token-one') {
  let reading: Reading<Secret> = good(new Secret(initial));
  let stamp: string | null = '1';
  let time = 0;
  const lines: string[] = [];
  const counts = { looks: 0, reads: 0 };
  const credentials = watchedCredentials({
    scheme: 'OAuth',
    token: new Secret(initial),
    file: {
      variable: 'TOLOKA_TOKEN_FILE',
      stamp() {
        counts.looks += 1;
        return stamp;
      },
      read() {
        counts.reads += 1;
        return reading;
      },
    },
    checkMs: 1000,
    warn: (line) => lines.push(line),
    now: () => time,
  });
  return {
    credentials,
    lines,
    counts,
    at: (ms: number): void => {
      time = ms;
    },
    put: (next: string | Reading<Secret>, nextStamp: string | null = String(Math.random())): void => {
      reading = typeof next === 'string' ? good(new Secret(next)) : next;
      stamp = nextStamp;
    },
    header: (fresh = false) => credentials.current(fresh).authorization.reveal(),
  };
}

test('a new token is used a second later at the latest, and at once by a refresh', () => {
  const { at, put, header, counts, credentials } = watched();
  expect(header()).toBe('OAuth token-one');
  put('token-two');
  at(999);
  expect(header()).toBe('OAuth token-one');
  at(1000);
  expect(header()).toBe('OAuth token-two');
  put('token-three');
  expect(header(true)).toBe('OAuth token-three');
  expect(credentials.current(false).generation).toBe(2);
  expect(counts.looks).toBe(3);
});

test('a file that has not changed is looked at once a second and not read', () => {
  const { at, header, counts } = watched();
  for (let ms = 0; ms < 5000; ms += 10) {
    at(ms);
    header();
  }
  expect(counts).toEqual({ looks: 5, reads: 1 });
});

test('a file replaced between the start and the first question is seen', () => {
  const { put, header } = watched();
  put('token-two');
  expect(header()).toBe('OAuth token-two');
});

test('a bad new file keeps the old token, and says so once, by the variable’s name', () => {
  const { at, put, header, lines } = watched();
  header();
  put(bad('TOLOKA_TOKEN_FILE', 'names a file that other users can read (mode 644)', 'Run: chmod 600 /t'));
  for (const ms of [1000, 2000, 3000]) {
    at(ms);
    expect(header(true)).toBe('OAuth token-one');
  }
  expect(lines).toEqual([
    'TOLOKA_TOKEN_FILE names a file that other users can read (mode 644). Run: chmod 600 /t. The token that was read before stays in use.',
  ]);
  put('token-two');
  expect(header(true)).toBe('OAuth token-two');
  expect(lines[1]).toBe('TOLOKA_TOKEN_FILE: a new token was read and is used from now on.');
  expect(lines.join()).not.toContain('token-');
});

test('a 401 reads the file at once, and gives a token only when it is newer than the refused one', () => {
  const { put, credentials, counts } = watched();
  const old = credentials.current(false);
  expect(credentials.renewed(old)).toBeNull();
  // The same stamp: some file systems keep times in whole seconds.
  put('token-two', '1');
  const renewed = credentials.renewed(old);
  expect(renewed?.authorization.reveal()).toBe('OAuth token-two');
  expect(renewed && credentials.renewed(renewed)).toBeNull();
  // Of those who were refused with the old one at the same time each gets the new one.
  expect(credentials.renewed(old)?.generation).toBe(1);
  expect(counts.reads).toBe(5);
});

test('a file that cannot be looked at is read each second, so its return is not missed', () => {
  const { at, put, header, lines } = watched();
  header();
  put(bad('TOLOKA_TOKEN_FILE', 'names a file that cannot be read', 'Check the path'), null);
  at(1000);
  header();
  put('token-two', '1');
  at(2000);
  expect(header()).toBe('OAuth token-two');
  expect(lines).toHaveLength(2);
});

test('a token from a variable never changes', () => {
  const fixed = fixedCredentials(credentialOf('ApiKey', new Secret('token-one')));
  expect(fixed.current(true).authorization.reveal()).toBe('ApiKey token-one');
  expect(fixed.renewed(fixed.current(false))).toBeNull();
});
