import { beforeEach, describe, expect, test } from 'vitest';
import { speechOf } from '../../words/languages.ts';
import { speak, type Texts } from '../../words/words.ts';
import {
  formatBytes,
  formatCount,
  formatDay,
  formatDuration,
  formatDurationWords,
  formatInstant,
  formatInstantFull,
} from './format.ts';

const AT = Date.UTC(2026, 10, 20, 13, 55, 2);
const LATER = Date.UTC(2026, 11, 1);
const NEXT_YEAR = Date.UTC(2027, 0, 5);

/** Of the Russian file, what numbers and times are made of. */
const RUSSIAN: Texts = {
  Nov: 'нояб.',
  '{n} s': '{n} с',
  '{d} d {clock}': '{d} д {clock}',
  '{h} h {m} min': '{h} ч {m} мин',
  '{n} MB': '{n} МБ',
  '{n} bytes': { one: '{n} байт', few: '{n} байта', many: '{n} байт', other: '{n} байта' },
};

describe('in the United States', () => {
  beforeEach(() => speak(speechOf('en', 'en-US', null)));

  test('the month goes first, and a comma stands before the year', () => {
    expect(formatInstant(AT, 'utc', LATER)).toBe('Nov 20 13:55:02');
    expect(formatInstant(AT, 'utc', NEXT_YEAR)).toBe('Nov 20, 2026 13:55:02');
    expect(formatInstantFull(AT, 'utc')).toBe('Nov 20, 2026 13:55:02');
    expect(formatDay(AT, 'utc', NEXT_YEAR)).toBe('Nov 20, 2026');
  });
});

describe('elsewhere in English', () => {
  beforeEach(() => speak(speechOf('en', 'en-GB', null)));

  test('the day goes first', () => {
    expect(formatInstantFull(AT, 'utc')).toBe('20 Nov 2026 13:55:02');
    expect(formatDay(AT, 'utc', LATER)).toBe('20 Nov');
  });
});

describe('in Russian', () => {
  beforeEach(() => speak(speechOf('ru', 'ru-RU', RUSSIAN)));

  test('dates have Russian months', () => {
    expect(formatInstant(AT, 'utc', LATER)).toBe('20 нояб. 13:55:02');
    expect(formatInstantFull(AT, 'utc')).toBe('20 нояб. 2026 13:55:02');
  });

  test('thousands have a no-break space, fractions a comma, units Russian names', () => {
    expect(formatCount(28_410)).toBe('28\u00a0410');
    expect([formatDuration(900), formatDuration(2000)]).toEqual(['0,9 с', '2 с']);
    expect(formatDuration(97_200_000)).toBe('1 д 03:00:00');
    expect(formatDurationWords(3_720_000)).toBe('1 ч 2 мин');
    expect([formatBytes(21), formatBytes(822), formatBytes(4_900_000)]).toEqual([
      '21 байт',
      '822 байта',
      '4,9 МБ',
    ]);
  });
});
