import { expect, test } from 'vitest';
import { holdsSecret, isSecretKey, maskSecrets } from './secrets.ts';

test.each([
  'secret',
  'clientSecret',
  'access_token',
  'Token',
  'password',
  'apiKey',
  'api_key',
  'private-key',
  'key',
  'authorization',
])('takes "%s" for the name of a secret', (key) => expect(isSecretKey(key)).toBe(true));

test.each(['pool_id', 'poolName', 'requesterId', 'monkey', 'keyboard', 'value', 'author'])(
  'does not take "%s" for the name of a secret',
  (key) => expect(isSecretKey(key)).toBe(false),
);

test('masks secrets at any depth, whatever they are, and leaves the rest as it was', () => {
  expect(
    maskSecrets({ id: 'x', list: [{ secret: 'a', n: 1 }], auth: { user: 'u', id: 7 }, token: 12 }),
  ).toEqual({ id: 'x', list: [{ secret: '••••••', n: 1 }], auth: '••••••', token: '••••••' });
});

test('shows that a secret is missing or merely switched on', () => {
  const parameters = { secret: null, token: '', use_key: true };
  expect(maskSecrets(parameters)).toEqual({ secret: null, token: '', use_key: true });
  expect(holdsSecret(parameters)).toBe(false);
});

test('finds a secret inside lists and objects', () => {
  expect(holdsSecret([{ deep: { api_key: 'x' } }])).toBe(true);
  expect(holdsSecret([{ deep: { pool_id: 'x' } }, 'secret'])).toBe(false);
});
