/** The keys of a Latin keyboard, and what a Cyrillic (ЙЦУКЕН) one has in their places. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбю';

/** No name is so long; a pasted text may be, and folding it for each of them would take seconds. */
const MOST = 500;

/**
 * How well a text that somebody types fits something of several names, of which the first is the one that is shown; 0 when it
 * does not. Each of its words has to be in one of the names; a word's beginning counts more than its middle, the shown name
 * more than the others. A text that was typed in the other keyboard's layout fits as well.
 */
export function fitness(typed: string, names: readonly string[]): number {
  if (typed.length > MOST) return 0;
  const folded = names.map(fold);
  return Math.max(score(fold(typed), folded), score(otherLayout(fold(typed)), folded) * 0.9);
}

/** A text without what people type now one way, now the other. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

function score(typed: string, [shown = '', ...others]: readonly string[]): number {
  let sum = shown.startsWith(typed) ? 1 : 0;
  const words = typed.split(/\s+/).filter((word) => word !== '');
  for (const word of words) {
    const best = Math.max(4 * place(word, shown), ...others.map((name) => 2 * place(word, name)));
    if (best === 0) return 0;
    sum += best / words.length;
  }
  return sum;
}

/** 1 at the beginning of one of the name's words, half of it inside, 0 where it is not. */
function place(word: string, name: string): number {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return 1;
  }
  return name.includes(word) ? 0.5 : 0;
}

/** A text as the same keys would have written it on the other keyboard. */
function otherLayout(text: string): string {
  return text.replaceAll(/./gu, (sign) => {
    const latin = CYRILLIC.indexOf(sign);
    const cyrillic = LATIN.indexOf(sign);
    return (latin >= 0 ? LATIN[latin] : CYRILLIC[cyrillic]) ?? sign;
  });
}
