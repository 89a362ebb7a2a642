import { isOperationId } from '../../toloka/endpoints.ts';

/** What somebody entered to name an operation: its ID, or why there is none, as a sentence. */
export type PastedId = { readonly id: string } | { readonly reason: string };

/** Path of an operation in this dashboard, `/sandbox/operations/…`, or in the API itself, `/api/v1/operations/…`. */
const PATH = /^\/(?:([^/]+)|api\/v1)\/operations\/([^/]+)(?:\/log)?\/?$/;

/**
 * Reads an operation's ID, or a link to its page or to the API's own address of it. Links to other environments are
 * refused: operations can only be compared within one.
 */
export function readPastedId(
  text: string,
  environment: string,
  label: (environment: string) => string,
): PastedId {
  const entered = text.trim();
  if (entered === '') return { reason: 'Enter an operation’s ID or paste its link.' };
  if (isOperationId(entered)) return { id: entered };
  const path = pathOf(entered);
  if (path === null) return { reason: 'An ID is 1 to 128 letters, digits and . _ ~ -' };
  const match = PATH.exec(path);
  const id = match?.[2] === undefined ? null : decoded(match[2]);
  if (id === null || !isOperationId(id)) return { reason: 'This link does not lead to an operation.' };
  const elsewhere = match?.[1];
  if (elsewhere !== undefined && elsewhere !== environment) {
    return {
      reason: `This link is to ${label(elsewhere)}; only operations of ${label(environment)} can stand here.`,
    };
  }
  return { id };
}

/** The path of a link, with or without its origin; null for what is no link. */
function pathOf(text: string): string | null {
  if (!/^(?:https?:\/\/|\/)/i.test(text)) return null;
  try {
    return new URL(text, 'http://here.invalid').pathname;
  } catch {
    // No address at all, such as `http://`: the caller says what one looks like.
    return null;
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray `%`: no ID has one.
    return null;
  }
}
