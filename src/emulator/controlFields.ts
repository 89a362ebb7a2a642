import type { JsonObject } from '../toloka/operation.ts';

/** Throws a RangeError for a field outside `known`: a misspelt one must not pass in silence. */
export function checkFields(body: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`unknown field "${unknown}"; known: ${known.join(', ') || 'none'}`);
}

/** A field's finite number. Throws a RangeError when it is none. */
export function numberField(body: JsonObject, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new RangeError(`"${name}" must be a number`);
  return value;
}

/** A field's text, if it is one of `choices`. Throws a RangeError otherwise. */
export function textChoice<Choice extends string>(
  body: JsonObject,
  name: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === body[name]);
  if (found === undefined) throw new RangeError(`"${name}" must be one of ${choices.join(', ')}`);
  return found;
}

/** A field's text. Throws a RangeError when it is none. */
export function textField(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new RangeError(`"${name}" must be a text`);
  return value;
}
