import { elementsAt, endOfValue, membersAt, scanValues } from './jsonText.ts';
import type { Json } from './operation.ts';
import { isSecret, isSecretKey, MASK } from './secrets.ts';

/** The texts of a list answer's operations, in order, exactly as the server wrote them. */
export function itemTexts(answer: string): string[] {
  const items = membersAt(answer).get('items');
  if (!items) return [];
  return elementsAt(answer, items.start).map(({ start, end }) => answer.slice(start, end));
}

/**
 * An operation's text with every secret in it masked (see `secrets.ts`), everything else as the server wrote it: not a
 * digit, not a blank is changed.
 */
export function maskSecretsInText(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  scanValues(text, 0, {
    member: (key, start) => {
      if (!isSecretKey(key)) return null;
      const end = endOfValue(text, start);
      if (!isSecret(key, JSON.parse(text.slice(start, end)) as Json)) return null;
      parts.push(text.slice(copied, start), JSON.stringify(MASK));
      copied = end;
      return end;
    },
  });
  return parts.length === 0 ? text : parts.join('') + text.slice(copied);
}
