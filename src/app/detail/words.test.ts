import { expect, test } from 'vitest';
import { decodeOperation } from '../../toloka/operation.ts';
import { RequestFailure } from '../api/failure.ts';
import { failureWords } from './failureWords.ts';
import { headingOf, statusWord, windowTitle } from './titles.ts';
import { nextWords } from './nextWords.ts';

const operation = (
  status: string | null,
  progress: number | null,
  type: string | null = 'TASK.BATCH_CREATE',
) => decodeOperation({ id: 'a', type, status, progress });

test('the window’s title begins with what matters', () => {
  expect(windowTitle(operation('RUNNING', 47), 'Demo')).toBe('47% Uploading tasks · Demo');
  expect(windowTitle(operation('RUNNING', null), 'Demo')).toBe('Running: Uploading tasks · Demo');
  expect(windowTitle(operation('FAIL', 100), 'Sandbox')).toBe('Failed: Uploading tasks · Sandbox');
});

test('an operation without type and status has a name and a status all the same', () => {
  expect(headingOf(operation(null, null, null))).toBe('Operation without a type');
  expect(statusWord(operation(null, null, null))).toBe('No status sent');
});

const failure = (status: number) => new RequestFailure({ status, code: 'X', message: 'x' });

test('a refused token says which variable to renew', () => {
  expect(failureWords(failure(401), 'production', false)).toEqual({
    title: 'Production refuses the token',
    advice:
      'It has expired, was withdrawn, or lacks the rights, so nothing more is asked. Write a new token into the file that TOLOKA_TOKEN_FILE names, or start the dashboard’s server again with a new TOLOKA_TOKEN. Then retry. Production and the sandbox have tokens of their own, and keys from Profile → Integrations need TOLOKA_AUTH_SCHEME=ApiKey.',
  });
  expect(failureWords(failure(403), 'sandbox', true).advice).toContain('a new TOLOKA_SANDBOX_TOKEN.');
});

test('a refusal of the dashboard’s own server says nothing about the token', () => {
  const refusal = (status: number, code: string) =>
    failureWords(new RequestFailure({ status, code, message: 'x' }), 'production', true);
  expect(refusal(401, 'ACCESS_KEY_REQUIRED')).toEqual({
    title: 'Your session on this server is over',
    advice: 'Reload the page to sign in; it opens where you are now.',
  });
  expect(refusal(403, 'PEER_NOT_ALLOWED').title).toBe('This server answers only through its proxy');
  expect(refusal(403, 'ACCESS_DENIED').title).toBe('Production refuses the token');
});

test('an unknown operation names the environment that was asked', () => {
  expect(failureWords(failure(404), 'sandbox', false).title).toBe('Sandbox knows no operation with this ID');
  expect(failureWords(failure(404), 'sandbox', true).title).toBe(
    'Sandbox does not know this operation any more',
  );
});

test('a passing failure is told by whether anything is still shown', () => {
  expect(failureWords(failure(503), 'demo', true).title).toBe('The last update failed');
  expect(failureWords(failure(503), 'demo', false).title).toBe('The operation could not be loaded');
});

test('says when the next try comes', () => {
  const state = { updatedAt: 1000, failedAt: null, nextAt: 5200, ended: false, refresh: () => {} };
  expect(nextWords(state, 1000)).toBe('next in 5 s');
  expect(nextWords(state, 6000)).toBe('next now');
  expect(nextWords({ ...state, nextAt: null }, 6000)).toBe('not refreshed automatically');
  expect(nextWords({ ...state, nextAt: null, ended: true }, 6000)).toBe('final');
});
