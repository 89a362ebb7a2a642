import { Fragment, type ReactNode } from 'react';
import { t, type Text } from '../../words/words.ts';

/** A text with pieces of the page, such as a link, in the place of its `{names}`. */
export function rich(text: Text, pieces: Readonly<Record<string, ReactNode>>): ReactNode {
  return t(text)
    .split(/\{(\w+)\}/)
    .map((part, at) => <Fragment key={at}>{at % 2 === 0 ? part : pieces[part]}</Fragment>);
}
