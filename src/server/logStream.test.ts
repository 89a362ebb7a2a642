import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutToken } from './logStream.ts';
import { Problem } from './problem.ts';

const FORMS = ['SECRET-token', 'U0VDUkVU'].map((form) => Buffer.from(form));

/** The text in pieces of the given lengths, again and again until it is used up. */
function* inPieces(text: string, lengths: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const end = at + (lengths[turn % lengths.length] ?? 1);
    yield Buffer.from(text.slice(at, end), 'latin1');
    at = end;
  }
}

/** What passed before the end, and whether that was because of a token. */
async function pass(text: string, lengths: readonly number[]): Promise<{ passed: string; stopped: boolean }> {
  let passed = '';
  try {
    const source = (async function* () {
      yield* inPieces(text, lengths);
    })();
    for await (const piece of withoutToken(source, FORMS)) passed += piece.toString('latin1');
    return { passed, stopped: false };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe('UPSTREAM_ECHOED_TOKEN');
    return { passed, stopped: true };
  }
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
/** Texts full of near misses. */
const text = fc
  .array(fc.constantFrom('SECRET-toke', 'SECRET', '-token', 'U0VDUkV', 'x', ' ', '{"a":1}'), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join('.'));

test('what holds no token passes whole, however it comes in pieces', async () => {
  await fc.assert(
    fc.asyncProperty(text, lengths, async (sent, cut) => {
      expect(await pass(sent, cut)).toEqual({ passed: sent, stopped: false });
    }),
  );
});

test('of a token not a byte passes, however it comes in pieces', async () => {
  const token = fc.constantFrom('SECRET-token', 'U0VDUkVU');
  await fc.assert(
    fc.asyncProperty(text, token, text, lengths, async (before, found, after, cut) => {
      const { passed, stopped } = await pass(`${before}.${found}${after}`, cut);
      expect(stopped).toBe(true);
      expect(`${before}.`.startsWith(passed)).toBe(true);
    }),
  );
});
