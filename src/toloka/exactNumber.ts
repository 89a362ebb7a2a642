/**
 * A number that JavaScript's own numbers would round: beyond 2^53, or with more digits than a double holds. It is kept
 * as the text that the server wrote, and stands in JSON values where such a number stood (see `parseJson`).
 */
export class ExactNumber {
  /** The number as JSON writes it. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The digits, so that no text made of it can lose them. */
  toString(): string {
    return this.text;
  }

  /** For a careless `JSON.stringify`: better a text than other digits. `stringifyJson` writes the number itself. */
  toJSON(): string {
    return this.text;
  }
}

/**
 * Whether a double keeps the value of a JSON number: `1.50`, `1e3` and `0.1` are kept, `9007199254740993` is not. How the
 * value is written (`1.50` or `1.5`) does not count.
 */
export function keepsValue(literal: string): boolean {
  const value = Number(literal);
  return Number.isFinite(value) && sameParts(partsOf(literal), partsOf(String(value)));
}

type Parts = { readonly digits: string; readonly exponent: number };

/** A decimal as its digits, without zeros at either end, and the power of ten that they are counted in. */
function partsOf(literal: string): Parts {
  const [mantissa = '', power = '0'] = literal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = `${whole}${fraction}`.replace(/^(-?)0+/, '$1');
  const digits = all.replace(/0+$/, '');
  if (digits === '' || digits === '-') return { digits: '', exponent: 0 };
  return { digits, exponent: Number(power) - fraction.length + (all.length - digits.length) };
}

function sameParts(a: Parts, b: Parts): boolean {
  return a.digits === b.digits && a.exponent === b.exponent;
}
