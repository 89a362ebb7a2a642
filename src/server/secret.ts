import { inspect } from 'node:util';

/**
 * A text that must never be printed. Whatever turns it into text (`String()`, `JSON.stringify`, `console.log`, a
 * template) gets `[redacted]`; only `reveal()` gives the value, so that every use can be found by searching for it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself. Only for the upstream's `Authorization` header and for searching answers for leaks. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [inspect.custom](): string {
    return '[redacted]';
  }
}
