import { describe, expect, test } from 'vitest';
import { agoWords, lastWords, RELATIVE_PRESETS } from './relativeWords.ts';

describe('relative dates in words', () => {
  test('as spans that end now', () => {
    expect(RELATIVE_PRESETS.map(lastWords)).toEqual([
      'last 15 minutes',
      'last hour',
      'last 24 hours',
      'last 7 days',
      'last 30 days',
    ]);
  });

  test('as instants', () => {
    expect(agoWords('now')).toBe('now');
    expect(agoWords('now-1w')).toBe('1 week ago');
    expect(agoWords('now-90s')).toBe('90 seconds ago');
  });

  test('say nothing of dates that are not relative', () => {
    expect(lastWords('2022-12-01')).toBeNull();
    expect(agoWords('yesterday')).toBeNull();
  });
});
