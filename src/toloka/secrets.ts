import { isJsonObject, type Json } from './operation.ts';

/** What stands on screen, and in copies, in place of a secret. */
export const MASK = '••••••';

/** Parts that give a key away wherever they stand in it. */
const TELLING = /secret|token|passw|passphrase|credential|authorization|apikey/i;
/** Words that give a key away only as a whole word: `monkey` is none. */
const TELLING_WORDS = new Set(['key', 'keys', 'pwd', 'auth', 'bearer', 'cookie']);

/** Whether a field of this name may hold a secret: `secret`, `accessToken`, `api_key` … When in doubt, it does. */
export function isSecretKey(key: string): boolean {
  if (TELLING.test(key)) return true;
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.split(/[^a-z0-9]+/).some((word) => TELLING_WORDS.has(word));
}

/** Whether a field holds a secret: its name says so and there is something to hide. */
export function isSecret(key: string, value: Json): boolean {
  return isSecretKey(key) && value !== null && value !== '' && typeof value !== 'boolean';
}

/** Whether a JSON value holds a secret anywhere. */
export function holdsSecret(json: Json): boolean {
  if (Array.isArray(json)) return json.some(holdsSecret);
  if (!isJsonObject(json)) return false;
  return Object.entries(json).some(([key, value]) => isSecret(key, value) || holdsSecret(value));
}

/** The same JSON value with every secret in it masked. */
export function maskSecrets(json: Json): Json {
  if (Array.isArray(json)) return json.map(maskSecrets);
  if (!isJsonObject(json)) return json;
  const masked = Object.entries(json).map(
    ([key, value]) => [key, isSecret(key, value) ? MASK : maskSecrets(value)] as const,
  );
  return Object.fromEntries(masked);
}
