import { changeQuery } from '../../../toloka/formatSearch.ts';
import { MAX_FIND } from '../../../toloka/listSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { readPasted } from '../../../toloka/pasted.ts';
import { t } from '../../../words/words.ts';
import { environmentLabel } from '../../environments.ts';
import { listHref, operationHref } from '../../links.ts';
import type { Entry } from './entry.ts';
import type { Situation } from './situation.ts';

/**
 * What a text that somebody entered may be by itself. `first` comes before all commands, since the text can hardly mean one
 * of them; `last` after them.
 */
export function pasteEntries(
  text: string,
  situation: Situation,
): { readonly first: readonly Entry[]; readonly last: readonly Entry[] } {
  const read = readPasted(text);
  const entered = text.trim();
  // Nobody looks for a link or a command in a list.
  const plain = read === null || (read.kind === 'operation' && read.id === entered);
  const find = plain ? findEntry(entered, situation) : [];
  if (read === null) return { first: [], last: find };
  const here = read.environment === null || read.environment === situation.environment;
  const environment = read.environment ?? situation.environment;
  const group = 'paste' as const;
  if (!situation.environments.includes(environment)) {
    const label = t('This leads to {environment}, which is not set up here.', {
      environment: environmentLabel(environment),
    });
    return { first: [{ id: 'nowhere', group, label, act: { kind: 'none' } }], last: find };
  }
  const note = here ? {} : { note: environmentLabel(environment) };
  if (read.kind === 'list') {
    const act = { kind: 'go', href: listHref(environment, parseListSearch(read.search)) } as const;
    return { first: [{ id: 'paste-list', group, label: t('Show this list'), act, ...note }], last: find };
  }
  const go: Entry = {
    id: 'paste-operation',
    group,
    label: t('Go to operation {id}', { id: read.id }),
    act: { kind: 'go', href: operationHref(environment, read.id) + read.rest },
    ...note,
  };
  return read.sure ? { first: [go], last: find } : { first: [], last: [...find, go] };
}

/** To look for the text in what the list shows; on another page, in all operations. */
function findEntry(text: string, { environment, search }: Situation): Entry[] {
  if (text === '' || text.length > MAX_FIND) return [];
  const href = listHref(environment, changeQuery(search, { find: text }, ['find']));
  return [
    {
      id: 'paste-find',
      group: 'paste',
      label: t('Find “{text}” in the list', { text }),
      act: { kind: 'go', href },
    },
  ];
}
