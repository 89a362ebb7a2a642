import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/words/', import.meta.url);
const RUSSIAN = {};
for (const name of readdirSync(folder).filter((file) => /^ru[.\w]*\.json$/.test(file)))
  Object.assign(RUSSIAN, JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

/**
 * Says the app's texts as a page in a language does, from the files that the app has them from: `say('{n} newer', {n: 2})`.
 * Throws on a text that the app does not have.
 */
export function speakerOf(language) {
  return (text, values = {}) => {
    const russian = RUSSIAN[text];
    if (russian === undefined) throw new Error(`the app has no text “${text}”`);
    return fill(language === 'ru' ? chooseForm(russian, values) : text, values);
  };
}

function chooseForm(text, { n }) {
  return typeof text === 'string' ? text : text[new Intl.PluralRules('ru').select(n)];
}

function fill(text, values) {
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name])).replace(/##.*/, '');
}
