import { drawSeed, hashText, hexDigits, type Random } from './random.ts';

/**
 * Draws an operation's ID in one of the forms that the API shows: a UUID (some in upper case, as some clients send
 * them) or 24 hexadecimal digits. IDs say nothing about time.
 */
export function drawId(random: Random): string {
  const form = random();
  if (form < 0.4) return hexDigits(random, 24);
  const variant = '89ab'[drawSeed(random) % 4];
  const hex = hexDigits(random, 32);
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  return form < 0.47 ? uuid.toUpperCase() : uuid;
}

/**
 * The orders in which the emulator can sort IDs. IDs are opaque and only the server orders them, so a client that
 * compares them itself must be caught by one of these: by code unit, ignoring case and dashes, or by a hash.
 */
export const ID_ORDERS = {
  binary: (id) => id,
  folded: (id) => `${id.toLowerCase().replaceAll('-', '')}\u0000${id}`,
  hashed: (id) => `${hashText(id).toString(16).padStart(8, '0')}\u0000${id}`,
} as const satisfies Record<string, (id: string) => string>;

export type IdOrder = keyof typeof ID_ORDERS;
