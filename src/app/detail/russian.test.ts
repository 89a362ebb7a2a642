import { beforeAll, describe, expect, test } from 'vitest';
import { decodeOperation, type Json } from '../../toloka/operation.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { statusLabel, typeLabel } from '../../toloka/vocabulary.ts';
import { speechOf } from '../../words/languages.ts';
import ru from '../../words/ru.json';
import { speak } from '../../words/words.ts';
import { stopWords } from './batchSentence.ts';
import { supportText } from './copy/supportText.ts';
import { storyOf } from './sentence.ts';
import { insteadWords } from './timeLeft/timeLeftWords.ts';

beforeAll(() => speak(speechOf('ru', 'ru-RU', ru)));

const operation = (type: string, status: string, parameters: Json = null, details: Json = null) =>
  decodeOperation({ id: 'a', type, status, parameters, details });
const story = (...facts: Parameters<typeof operation>) => storyOf(operation(...facts)).main;
const counts = (total: number, notValid: number, created: number) => ({
  total_count: total,
  not_valid_count: notValid,
  success_count: created,
  failed_count: total - created,
});

describe('a sentence agrees with what it is about', () => {
  test.each([
    ['POOL.OPEN', 'SUCCESS', { pool_id: '7' }, 'Пул 7 открыт.'],
    ['TRAINING.OPEN', 'SUCCESS', { training_id: '7' }, 'Обучение 7 открыто.'],
    ['PROJECT.ARCHIVE', 'FAIL', null, 'Проект не удалось архивировать.'],
    ['SOLUTION.AGGREGATE', 'RUNNING', { pool_id: '7' }, 'Ответы в пуле 7 агрегируются.'],
    ['TASK_SUITE.BATCH_CREATE', 'PENDING', null, 'Страницы заданий ждут создания.'],
    ['ANALYTICS', 'RUNNING', null, 'Статистика рассчитывается.'],
  ])('%s, %s', (type, status, parameters, words) => expect(story(type, status, parameters)).toBe(words));

  test('also where it names a copy', () => {
    expect(story('TRAINING.CLONE', 'SUCCESS', { training_id: '1' }, { training_id: '2' })).toBe(
      'Обучение 1 клонировано; копия — обучение 2.',
    );
  });
});

describe('a sentence agrees with its number', () => {
  test.each([
    [1, 'Создан 1 элемент из 500.'],
    [3, 'Создано 3 элемента из 500.'],
    [21, 'Создан 21 элемент из 500.'],
    [112, 'Создано 112 элементов из 500.'],
  ])('%d created', (created, words) =>
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(500, 500 - created, created))).toBe(words),
  );

  test('of all that was sent', () => {
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(1, 0, 1))).toBe('Единственный элемент создан.');
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(13_628, 0, 13_628))).toBe(
      'Созданы все 13\u00a0628 элементов.',
    );
  });

  test('of what stopped a batch', () => {
    const few = operation('TASK.BATCH_CREATE', 'FAIL', { skip_invalid_items: false }, counts(500, 2, 0));
    expect(stopWords(few)).toBe(
      '2 некорректных элемента остановили весь пакет из 500: в этой загрузке некорректные элементы не пропускаются (skip_invalid_items: false). Исправьте или уберите их либо задайте true и отправьте пакет снова.',
    );
  });
});

test('units of an estimate are the language’s own', () => {
  const MINUTE = 60_000;
  const lately = {
    count: 5,
    fromMs: 3 * MINUTE,
    toMs: 5 * MINUTE,
    medianMs: 4 * MINUTE,
    density: () => 1,
    longer: () => 0.5,
  };
  expect(insteadWords({ kind: 'early' }, lately)).toBe(
    'Последние 5 успешных операций этого типа: обычно 3–5 мин.',
  );
});

test('codes are in words, and why an address cannot be understood', () => {
  expect([typeLabel('POOL.OPEN'), statusLabel('FAIL')]).toEqual(['Открытие пула', 'Ошибка']);
  expect(parseListSearch('limit=0').faults[0]?.reason).toBe('«0» — не число от 1 до 300');
});

test('the text for Toloka’s support stays English: support reads it', () => {
  const text = supportText({
    link: 'https://x.example/sandbox/operations/a',
    environment: 'sandbox',
    id: 'a',
    operation: operation('TASK.BATCH_CREATE', 'FAIL', null, counts(500, 2, 0)),
    readAt: null,
    disbelief: null,
    log: null,
    failedRequests: [],
  });
  expect(text).toContain('Environment: Sandbox\n');
  expect(text).toContain('Type: Uploading tasks (TASK.BATCH_CREATE)\nStatus: Failed (FAIL)\n');
  expect(text).not.toMatch(/[а-яё]/i);
});
