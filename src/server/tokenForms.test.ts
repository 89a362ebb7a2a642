import { expect, test } from 'vitest';
import { Secret } from './secret.ts';
import { containsAny, tokenForms } from './tokenForms.ts';

/** Its base64 is `fn5+Pj4+Pz8/fn5+`: different in the URL-safe alphabet. */
const TOKEN = '~~~>>>???~~~';
const found = (token: string, text: string) =>
  containsAny(Buffer.from(text), tokenForms('OAuth', new Secret(token)));

test.each([
  ['raw', TOKEN],
  ['in the header', `{"seen":"OAuth ${TOKEN}"}`],
  ['in URL encoding', encodeURIComponent(TOKEN)],
  ['in base64', Buffer.from(TOKEN).toString('base64')],
  ['in base64, one byte in', Buffer.from(`x${TOKEN}y`).toString('base64')],
  ['in base64, two bytes in', Buffer.from(`xx${TOKEN}yy`).toString('base64')],
  ['in URL-safe base64', Buffer.from(TOKEN).toString('base64url')],
])('a token %s is found', (_, text) => {
  expect(found(TOKEN, `before ${text} after`)).toBe(true);
});

test('JSON’s escapes do not hide it', () => {
  expect(found('abc"def/gh\\i', JSON.stringify('abc"def/gh\\i'))).toBe(true);
  expect(found('abcdef/ghij', '"abcdef\\/ghij"')).toBe(true);
});

test('a short token is looked for with its scheme only: it may be a common word', () => {
  expect(found('secret', '{"secret":"x"}')).toBe(false);
  expect(found('secret', '{"header":"OAuth secret"}')).toBe(true);
});

test('other texts pass', () => {
  expect(found(TOKEN, '~~~>>>???~~')).toBe(false);
});
