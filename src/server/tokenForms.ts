import type { Secret } from './secret.ts';

/** Shorter tokens occur in honest answers ("secret" is a parameter's name), so only the whole header is looked for. */
const SHORTEST_DISTINCT = 8;

/**
 * Every form in which a token could come back in an answer: raw, as JSON escapes it, URL-encoded, and inside base64 at
 * each of the three alignments. An upstream that echoes its request headers has leaked tokens through every proxy that
 * was tried (proxy-study, row 17).
 */
export function tokenForms(scheme: string, token: Secret): readonly Buffer[] {
  const value = token.reveal();
  const needle = value.length >= SHORTEST_DISTINCT ? value : `${scheme} ${value}`;
  const json = JSON.stringify(needle).slice(1, -1);
  const base64 = [0, 1, 2].map((offset) => base64Core(needle, offset));
  const forms = [
    needle,
    json,
    json.replaceAll('/', '\\/'),
    encodeURIComponent(needle),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(forms)].map((form) => Buffer.from(form, 'latin1'));
}

/** The part of the base64 text that stays the same whatever surrounds the needle, `offset` bytes into a group. */
function base64Core(needle: string, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(needle, 'latin1')]);
  return padded.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
}

/** Whether any of the forms stands in the bytes. */
export function containsAny(bytes: Buffer, forms: readonly Buffer[]): boolean {
  return forms.some((form) => bytes.includes(form));
}
