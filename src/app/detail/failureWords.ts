import { t } from '../../words/words.ts';
import type { RequestFailure } from '../api/failure.ts';
import { environmentLabel } from '../environments.ts';
import { ownRefusal, renewalWords } from '../refusals.ts';

/** What a failure means for one who looks at an operation, and what can be done; the API's own words stand beside. */
type FailureWords = { readonly title: string; readonly advice: string | null };

/** Words for a failure to load an operation. `kept` tells whether earlier data are still on the page. */
export function failureWords(failure: RequestFailure, environment: string, kept: boolean): FailureWords {
  const place = environmentLabel(environment);
  const refusal = ownRefusal(failure);
  if (refusal) return refusal;
  if (failure.needsPerson)
    return {
      title: t('{place} refuses the token', { place }),
      advice: `${t('It has expired, was withdrawn, or lacks the rights, so nothing more is asked.')} ${renewalWords(environment)}`,
    };
  if (failure.status === 404) {
    return kept
      ? {
          title: t('{place} does not know this operation any more', { place }),
          advice: t('Below is what it said before.'),
        }
      : {
          title: t('{place} knows no operation with this ID', { place }),
          advice: t('It was requested repeatedly for a minute, and no further request is made.'),
        };
  }
  return { title: kept ? t('The last update failed') : t('The operation could not be loaded'), advice: null };
}

/** Words for an ID that is asked for again, because its operation may be still to come. */
export function notKnownYetWords(environment: string): { readonly title: string; readonly advice: string } {
  return {
    title: t('{place} does not know this operation yet', { place: environmentLabel(environment) }),
    advice: t(
      'A link can be there before its operation. This page goes on asking, and shows it when it is there.',
    ),
  };
}
