export type Settings = { readonly port: number; readonly seed: number };

/** Where `npm run emulator` listens when nothing is said. */
export const DEFAULT_PORT = 4748;

/**
 * Reads `EMULATOR_PORT` (0 to 65535, 0 for any free one) and `EMULATOR_SEED` (a whole number). Throws a RangeError that
 * names the variable and its mend.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: whole(env, 'EMULATOR_PORT', DEFAULT_PORT, 65_535),
    seed: whole(env, 'EMULATOR_SEED', 1, 4_294_967_295),
  };
}

function whole(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  fallback: number,
  most: number,
) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new RangeError(`${name} must be a whole number from 0 to ${most}, not "${text}".`);
}
