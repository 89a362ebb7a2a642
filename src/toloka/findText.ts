import { endOfValue, membersAt, scanValues, stringOf } from './jsonText.ts';
import { isSecretKey } from './secrets.ts';

/** The fields whose values are looked through; of every other field the API's own filters speak. */
const SEARCHED = ['id', 'parameters', 'details'] as const;

/**
 * Whether an operation holds a text: in its ID, or in a text or number anywhere in its parameters or details. Upper and
 * lower case are the same. Names of fields do not count, and neither do secrets: a search must not become a way to
 * guess one. `text` is the operation's own JSON text, so that a number beyond 2^53 is found by its true digits.
 */
export function createFinder(wanted: string): (text: string) => boolean {
  const needle = wanted.toLowerCase();
  return (text) => {
    const members = membersAt(text);
    return SEARCHED.some((field) => {
      const span = members.get(field);
      if (!span) return false;
      let found = false;
      scanValues(text, span.start, {
        member: (key, start) => (found || isSecretKey(key) ? endOfValue(text, start) : null),
        scalar: (token) => {
          found ||= valueOf(token).toLowerCase().includes(needle);
        },
      });
      return found;
    });
  };
}

/** A text's characters, a number as it is written; nothing for `true`, `false` and `null`. */
function valueOf(token: string): string {
  if (token.startsWith('"')) return stringOf(token);
  return /^[-\d]/.test(token) ? token : '';
}
