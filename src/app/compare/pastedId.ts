import { readPasted } from '../../toloka/pasted.ts';
import { t } from '../../words/words.ts';

/** What somebody entered to name an operation: its ID, or why there is none, as a sentence. */
export type PastedId = { readonly id: string } | { readonly reason: string };

/**
 * Reads an operation's ID out of whatever names one (`readPasted`). Links to other environments are refused: operations
 * can only be compared within one.
 */
export function readPastedId(
  text: string,
  environment: string,
  label: (environment: string) => string,
): PastedId {
  const entered = text.trim();
  if (entered === '') return { reason: t('Enter an operation’s ID or paste its link.') };
  const read = readPasted(entered);
  if (read?.kind !== 'operation') {
    return {
      reason: isLink(entered)
        ? t('This link does not lead to an operation.')
        : t('An ID is 1 to 128 letters, digits and . _ ~ -'),
    };
  }
  const elsewhere = read.environment;
  if (elsewhere !== null && elsewhere !== environment) {
    return {
      reason: t('This link is to {elsewhere}; only operations of {environment} can be compared here.', {
        elsewhere: label(elsewhere),
        environment: label(environment),
      }),
    };
  }
  return { id: read.id };
}

function isLink(text: string): boolean {
  return /^(?:https?:\/\/|\/)/i.test(text) && URL.canParse(text, 'http://here.invalid');
}
