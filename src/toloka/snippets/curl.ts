import { API_PREFIX } from '../endpoints.ts';
import type { ListQuery } from '../listSearch.ts';
import { questionSearch } from '../paging/answers.ts';
import { firstQuestions, notes, type ApiAddress } from './streams.ts';

/** A text as one word of a POSIX shell, whatever it holds; a shell has no word for the NUL character. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A view as curl: one command a stream, each the request that the app itself makes for the first page, with the token
 * as `$TOLOKA_TOKEN`. Relative dates are resolved at `now` (epoch ms), and a comment says so.
 */
export function curlOf(query: ListQuery, address: ApiAddress, now: number): string {
  const questions = firstQuestions(query, now);
  const header = address.token ? ' -H "Authorization: OAuth $TOLOKA_TOKEN"' : '';
  return [
    ...notes(query, questions.length, now).map((note) => `# ${note}`),
    ...questions.map((question) => {
      const url = `${address.base}${API_PREFIX}?${questionSearch(question)}`;
      // Without --globoff curl takes brackets and braces of a URL for patterns.
      return `curl -sS --globoff${header} ${shellWord(url)}`;
    }),
    '',
  ].join('\n');
}
