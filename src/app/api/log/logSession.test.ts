import { afterEach, describe, expect, test, vi } from 'vitest';
import { RequestFailure } from '../failure.ts';
import { nextTask } from './nextTask.ts';
import { bad, heard, inPhase, ok, openHere } from './testing/openHere.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('reading', () => {
  test('goes from asking over reading to complete, with the first causes while it still comes', async () => {
    const { session, request } = openHere();
    expect(session.reading().phase).toBe('asking');
    request.answer(201);
    request.send(`[${ok(1)},${bad(2, 'A')},${ok(3).slice(0, 5)}`);
    const early = await heard(session, session.reading, ({ causeCount }) => causeCount > 0);
    expect(early).toMatchObject({ phase: 'reading', items: 2, failed: 1, succeeded: 1, unexplained: 0 });
    expect(early.causes.map(({ code, count, first }) => [code, count, first])).toEqual([['A', 1, 2]]);
    request.send(`${ok(3).slice(5)}]`);
    request.end();
    const whole = await inPhase(session, 'complete');
    expect(whole).toMatchObject({ items: 3, failed: 1, failure: null, single: false });
    expect(whole.bytes).toBe(new TextEncoder().encode(`[${ok(1)},${bad(2, 'A')},${ok(3)}]`).length);
    // The cause has no news, so that nothing that shows it needs to draw again.
    expect(whole.causes).toBe(early.causes);
    expect(session.reading()).toBe(whole);
    session.close();
  });

  test.each([
    ['an empty log', '[]', 'complete', 0, null],
    ['one object', '{"success":true}', 'complete', 1, null],
    ['an early end', '[{"success":true},', 'cut', 1, 'ENDS_EARLY'],
    ['something else in the middle', '[{"success":true},<html>', 'cut', 1, 'NOT_JSON'],
    ['an error’s page', '<html></html>', 'failed', 0, 'NOT_JSON'],
    ['an error as JSON', '{"code":"X"}', 'failed', 0, 'NOT_A_LOG'],
    ['nothing', '', 'failed', 0, 'NO_CONTENT'],
  ] as const)('%s ends as it must', async (_, body, phase, items, code) => {
    const { session, request } = openHere();
    request.answer();
    if (body !== '') request.send(body);
    request.end();
    const reading = await inPhase(session, phase);
    expect([reading.items, reading.failure?.code ?? null]).toEqual([items, code]);
    session.close();
  });

  test('a broken connection keeps what came', async () => {
    const { session, request } = openHere();
    request.answer();
    request.send(`[${ok(1)},${ok(2)},`);
    await heard(session, session.reading, ({ items }) => items === 2);
    request.breakOff();
    const reading = await inPhase(session, 'cut');
    expect(reading).toMatchObject({ items: 2, failure: { code: 'BROKEN_OFF', status: 200 } });
    expect(reading.failure).toBeInstanceOf(RequestFailure);
    session.close();
  });

  test('a refusal comes with all that the server said', async () => {
    const { session, request } = openHere();
    const facts = { status: 404, code: 'NO_LOG', message: 'none', requestId: 'r1', retryAfterMs: 5000 };
    request.refuse(new RequestFailure(facts));
    const { failure } = await inPhase(session, 'failed');
    expect(failure).toBeInstanceOf(RequestFailure);
    expect(failure).toMatchObject(facts);
    session.close();
  });

  test('stopping keeps what came and ends the request', async () => {
    const { session, request } = openHere();
    request.answer();
    request.send(`[${ok(1)},`);
    await heard(session, session.reading, ({ items }) => items === 1);
    session.stop();
    expect(await inPhase(session, 'stopped')).toMatchObject({ items: 1, failure: null });
    expect(request.signal.aborted).toBe(true);
    session.stop();
    expect(session.reading().phase).toBe('stopped');
    session.close();
  });

  test('is told at most ten times a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { session, request, reports } = openHere();
    request.answer();
    request.send('[');
    for (let item = 0; item < 200; item++) {
      request.send(`${bad(item, 'A')},`);
      await nextTask();
      vi.advanceTimersByTime(10);
    }
    await nextTask();
    // Two seconds: twenty, and the change of phase and the first cause, which do not wait.
    expect(reports()).toBeGreaterThan(15);
    expect(reports()).toBeLessThanOrEqual(22);
    vi.advanceTimersByTime(200);
    expect(session.reading().items).toBe(200);
    session.close();
  });
});

describe('another try', () => {
  const cutAfterTwo = async () => {
    const here = openHere();
    here.request.answer();
    here.request.send(`[${bad(1, 'A')},${bad(2, 'A')},`);
    here.request.end();
    await inPhase(here.session, 'cut');
    here.session.retry();
    const second = here.requests[1];
    if (!second) throw new Error('nothing was asked for again');
    return { ...here, second };
  };

  test('keeps what came before until its own first item is there', async () => {
    const { session, second } = await cutAfterTwo();
    const view = session.view({ outcome: 'failed', cause: null, text: '' });
    await heard(view, view.state, ({ matches }) => matches === 2);
    expect(session.reading()).toMatchObject({ phase: 'asking', items: 2, bytes: 0, failure: null });
    second.answer();
    second.send('[');
    expect(await inPhase(session, 'reading')).toMatchObject({ items: 2, bytes: 1 });
    second.send(`${ok(1)},${bad(9, 'B')}]`);
    second.end();
    const reading = await inPhase(session, 'complete');
    expect(reading).toMatchObject({ items: 2, failed: 1 });
    expect(reading.causes.map(({ code }) => code)).toEqual(['B']);
    await heard(view, view.state, ({ matches, searched }) => matches === 1 && searched === 2);
    expect(await view.entries(0, 9)).toEqual([{ number: 2, text: bad(9, 'B') }]);
    session.close();
  });

  test('that fails leaves what came before as it was, and says why', async () => {
    const { session, second } = await cutAfterTwo();
    second.refuse(new RequestFailure({ status: 503, code: 'BUSY', message: 'later' }));
    expect(await inPhase(session, 'cut')).toMatchObject({ items: 2, failure: { code: 'BUSY' } });
    session.close();
  });

  test('that is stopped at once leaves what came before as it was', async () => {
    const { session, second } = await cutAfterTwo();
    session.stop();
    expect(await inPhase(session, 'cut')).toMatchObject({ items: 2, failure: { code: 'ENDS_EARLY' } });
    expect(second.signal.aborted).toBe(true);
    session.close();
  });

  test('while the last one still lasts ends that one', async () => {
    const { session, second, requests } = await cutAfterTwo();
    session.retry();
    expect(second.signal.aborted).toBe(true);
    requests[2]?.answer();
    requests[2]?.send('[]');
    requests[2]?.end();
    expect(await inPhase(session, 'complete')).toMatchObject({ items: 0, causeCount: 0 });
    session.close();
  });
});
