import { describe, expect, test } from 'vitest';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { chooseCodes, CHOICES, choiceWords, optionsOf, type ChoiceName } from './choices.ts';
import { matchingOptions, readTypedCode, toggleCode } from './picking.ts';

const toggled = (query: string, name: ChoiceName, code: string) =>
  formatListSearch(toggleCode(parseListSearch(query), name, code));

describe('picking codes', () => {
  test('adds and takes away one, in the order of the table', () => {
    expect(toggled('status=FAIL', 'statuses', 'RUNNING')).toBe('status=RUNNING&status=FAIL');
    expect(toggled('status=RUNNING&status=FAIL', 'statuses', 'RUNNING')).toBe('status=FAIL');
  });

  test('keeps codes that only the URL knows, behind the known ones', () => {
    expect(toggled('type=NEW.ONE&type=POOL.OPEN', 'types', 'ANALYTICS')).toBe(
      'type=POOL.OPEN&type=ANALYTICS&type=NEW.ONE',
    );
  });

  test('drops the place in the list, and leaves the rest of the URL alone', () => {
    expect(toggled('sort=id&limit=20&updates=paused&after=abc&foo=1', 'statuses', 'FAIL')).toBe(
      'status=FAIL&sort=id&limit=20&updates=paused&foo=1',
    );
  });

  test('answers for faulty values when they were all there was, and keeps them otherwise', () => {
    expect(toggled('status=FIAL', 'statuses', 'FAIL')).toBe('status=FAIL');
    expect(toggled('status=RUNNING&status=FIAL', 'statuses', 'FAIL')).toBe(
      'status=RUNNING&status=FAIL&status=FIAL',
    );
  });

  test('as a set replaces all that the parameter said', () => {
    const search = parseListSearch('status=FAIL&status=FIAL&foo=1');
    expect(formatListSearch(chooseCodes(search, 'statuses', []))).toBe('foo=1');
  });
});

describe('the quick choice of statuses', () => {
  test('is what can still change', () => {
    expect(CHOICES.statuses.quick).toEqual([{ label: 'Not finished yet', codes: ['PENDING', 'RUNNING'] }]);
  });
});

describe('options', () => {
  test('are the known ones in words, and those of the URL marked as unknown', () => {
    const options = optionsOf('statuses', ['NEW_ONE']);
    expect(options.map((option) => option.words)).toEqual([
      'Pending',
      'Running',
      'Succeeded',
      'Failed',
      'NEW_ONE',
    ]);
    expect(options.filter((option) => !option.known).map((option) => option.code)).toEqual(['NEW_ONE']);
  });

  test('are found by their words and by their code, letter case aside', () => {
    const found = (text: string) =>
      matchingOptions(optionsOf('types', []), text).map((option) => option.code);
    expect(found(' CLONING ')).toEqual(['POOL.CLONE', 'TRAINING.CLONE']);
    expect(found('user_bonus')).toEqual(['USER_BONUS.BATCH_CREATE']);
    expect(found('nothing like it')).toEqual([]);
  });
});

describe('a typed code', () => {
  test('may be a new one, in any letter case', () => {
    expect(readTypedCode('types', ' pool.merge ')).toEqual({ code: 'POOL.MERGE' });
  });

  test('is refused with the reason that the URL would give', () => {
    expect(readTypedCode('statuses', 'fial')).toMatchObject({
      reason: '“FIAL” is not a status',
      suggestion: 'FAIL',
    });
    expect(readTypedCode('types', 'a&b=c')).toMatchObject({ reason: '“A&B=C” is not a type' });
  });
});

describe('chosen codes in words', () => {
  test('are all named up to three, then counted', () => {
    expect(choiceWords('statuses', [])).toBe('');
    expect(choiceWords('statuses', ['RUNNING', 'FAIL'])).toBe('Running, Failed');
    expect(choiceWords('statuses', ['PENDING', 'RUNNING', 'SUCCESS', 'FAIL'])).toBe(
      'Pending, Running and 2 more',
    );
  });
});
