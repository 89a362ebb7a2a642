import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { speechOf } from '../../words/languages.ts';
import { ENGLISH, speak, type Texts } from '../../words/words.ts';
import { activeFilters } from './activeFilters.ts';
import { faultWords } from './filters/faults.ts';
import { lastWords } from './filters/relativeWords.ts';
import { sortWords } from './filters/sortWords.ts';
import { newsWords } from './live/newsWords.ts';
import { trapsOf } from './nothing/traps.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

/** All Russian texts, in however many files they are. */
function russian(): Texts {
  const room = new URL('../../words/', import.meta.url);
  const files = readdirSync(room).filter((name) => /^ru\b.*\.json$/.test(name));
  return Object.assign(
    {},
    ...files.map((name) => JSON.parse(readFileSync(new URL(name, room), 'utf8')) as Texts),
  ) as Texts;
}

beforeAll(() => speak(speechOf('ru', 'ru-RU', russian())));
afterAll(() => speak(ENGLISH));

describe('in Russian', () => {
  test('spans agree with their numbers, also with one and twenty-one', () => {
    expect(['now-1h', 'now-2h', 'now-21h', 'now-24h', 'now-7d', 'now-1w'].map(lastWords)).toEqual([
      'за последний час',
      'за последние 2 часа',
      'за последний 21 час',
      'за последние 24 часа',
      'за последние 7 дней',
      'за последнюю неделю',
    ]);
  });

  test('filters and orders read as phrases of their own word order', () => {
    const words = (query: string) =>
      activeFilters(parseListSearch(query).query, 'utc', NOW).map((filter) => filter.words);
    expect(words('submitted_gt=2026-11-20T07:30:00&submitted_lte=2025-05-22')).toEqual([
      'Отправлена после 20 нояб. 07:30 по 22 мая 2025 00:00',
    ]);
    expect(words('finished_gte=now-7d&finished_lt=now-1d')).toEqual([
      'Завершена не раньше чем 7 дней назад, раньше чем 1 день назад',
    ]);
    expect(words('submitted_gte=2026-11-20&submitted_lt=2026-11-22')).toEqual([
      'Отправлена с 20 нояб. по 21 нояб., целиком',
    ]);
    expect(sortWords(parseListSearch('sort=-finished,id').query.sort)).toBe(
      'Завершена, сначала новые, затем ID, по возрастанию',
    );
  });

  test('news are counted in the forms that their numbers ask for', () => {
    const words = (ahead: number, among: number, inFull: boolean) =>
      newsWords({ ahead, atLeast: false, among }, parseListSearch('').query, inFull);
    expect(words(1, 0, false)).toBe('1 новая');
    expect(words(3, 2, true)).toBe('3 новые операции и ещё 2 операции здесь');
    expect(words(11, 0, true)).toBe('11 новых операций');
  });

  test('what stands in the way names statuses as the filter does', () => {
    const { query } = parseListSearch('status=PENDING&status=RUNNING&finished_gte=now-1d');
    expect(trapsOf(query, NOW)[0]?.text).toBe(
      'У операций со статусом «В очереди» и «Выполняется» ещё нет времени завершения, поэтому ни в какой период завершения они не попадут.',
    );
  });

  test('a fault that quotes its value already does not show it twice', () => {
    const [fault] = parseListSearch('status=FIAL').faults;
    expect(fault && faultWords(fault).value).toBeNull();
  });
});
