import { expect, test } from 'vitest';
import { connectCommand } from './connectCommand.ts';

test('the command is the one that the server was started by, with a file that holds the key', () => {
  expect(connectCommand('npm start', false)).toEqual({
    file: '~/toloka-token',
    protect: 'chmod 600 ~/toloka-token',
    start: 'TOLOKA_AUTH_SCHEME=ApiKey TOLOKA_TOKEN_FILE=~/toloka-token npm start',
  });
});

test('on Windows it is one for PowerShell', () => {
  expect(connectCommand('npx toloka-operations', true)).toEqual({
    file: '$HOME\\toloka-token',
    protect: null,
    start:
      '$env:TOLOKA_AUTH_SCHEME="ApiKey"; $env:TOLOKA_TOKEN_FILE="$HOME\\toloka-token"; npx toloka-operations',
  });
});
