import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSettings } from './settings.ts';

const DEFAULTS = {
  zone: 'local',
  theme: 'system',
  language: null,
  keys: true,
  density: 'comfortable',
  glance: true,
  connect: true,
  columns: { shown: {}, order: [], widths: {} },
};

describe('stored settings', () => {
  test('are read as they were written', () => {
    const settings = {
      zone: 'utc',
      theme: 'dark',
      language: 'ru',
      keys: false,
      density: 'compact',
      glance: false,
      connect: false,
      columns: {
        shown: { progress: false, id: true },
        order: ['status', 'duration'],
        widths: { status: 140 },
      },
    };
    expect(decodeSettings(JSON.parse(JSON.stringify({ ...settings, version: 1 })))).toEqual(settings);
  });

  test('of an older version keep what it knew', () => {
    expect(decodeSettings({ zone: 'utc' })).toEqual({ ...DEFAULTS, zone: 'utc' });
  });

  test.each([
    null,
    7,
    'x',
    [],
    [{ zone: 'utc' }],
    {},
    {
      zone: 'mars',
      theme: 'pink',
      language: 'eo',
      keys: 'no',
      density: 4,
      glance: 0,
      connect: '',
      columns: 'none',
    },
  ])('are the defaults in %j', (value) => {
    expect(decodeSettings(value)).toEqual(DEFAULTS);
  });

  test('lose only what is spoiled', () => {
    expect(
      decodeSettings({
        zone: 'utc',
        density: null,
        columns: {
          shown: { progress: 'no', started: false },
          order: ['duration', 3, 'duration', null, 'status'],
          widths: { status: -3, duration: 'wide', started: Infinity, submitted: 200 },
        },
      }),
    ).toEqual({
      ...DEFAULTS,
      zone: 'utc',
      density: 'comfortable',
      columns: { shown: { started: false }, order: ['duration', 'status'], widths: { submitted: 200 } },
    });
  });

  test('of any content can be read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Object.keys(decodeSettings(value))).toEqual([
          'zone',
          'theme',
          'language',
          'keys',
          'density',
          'glance',
          'connect',
          'columns',
        ]);
      }),
    );
  });
});
