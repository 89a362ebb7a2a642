import { isTerminal, statusLabel } from '../../src/toloka/vocabulary.ts';
import type { Shown } from './shown.ts';

/** What the API truly said of operations, and whether what a page showed is of it. */
export type Truth = {
  /** Takes in a true answer: a page of the list or one operation, as parsed JSON. Anything else says nothing. */
  readonly record: (answer: unknown) => void;
  /** How many states of how many operations are known. */
  readonly size: () => { readonly operations: number; readonly states: number };
};

type Fields = { readonly id?: unknown; readonly status?: unknown; readonly progress?: unknown };

/** A history of everything that was truly answered. `has` tells whether an operation ever was as it is shown. */
export function createTruth(): Truth & { readonly has: (shown: Shown) => boolean } {
  const states = new Map<string, Set<string>>();
  const take = ({ id, status, progress }: Fields) => {
    if (typeof id !== 'string' || typeof status !== 'string') return;
    const known = states.get(id) ?? new Set();
    states.set(id, known.add(stateKey(statusLabel(status), typeof progress === 'number' ? progress : null)));
    // A page draws no bar for what is over, nor must it for what waits.
    if (status !== 'RUNNING') known.add(stateKey(statusLabel(status), null));
  };
  return {
    record(answer) {
      if (typeof answer !== 'object' || answer === null) return;
      if ('items' in answer && Array.isArray(answer.items)) answer.items.forEach(take);
      else take(answer);
    },
    has: ({ id, status, progress }) => states.get(id)?.has(stateKey(status, progress)) ?? false,
    size: () => ({
      operations: states.size,
      states: [...states.values()].reduce((sum, { size }) => sum + size, 0),
    }),
  };
}

function stateKey(status: string, progress: number | null): string {
  return `${status} ${progress ?? '–'}`;
}

const ENDS = ['SUCCESS', 'FAIL'].filter(isTerminal).map(statusLabel);

/** Finds what a page must not have shown: a state that never was, or an end taken back. One for each page. */
export function createWatch(truth: { readonly has: (shown: Shown) => boolean }): {
  /** Looks at what was shown, in its order; returns what is wrong with it, in words. */
  readonly look: (shown: readonly Shown[]) => readonly string[];
} {
  const ended = new Map<string, string>();
  const wrong = (shown: Shown): string | null => {
    const { id, status, progress, place } = shown;
    const words = `${place}: ${id} as ${status}${progress === null ? '' : ` at ${progress}%`}`;
    const end = ended.get(id);
    if (ENDS.includes(status)) ended.set(id, status);
    if (end !== undefined && end !== status) return `${words}, after it was shown as ${end}`;
    return truth.has(shown) ? null : `${words}, which it never was`;
  };
  return { look: (shown) => shown.flatMap((each) => wrong(each) ?? []) };
}
