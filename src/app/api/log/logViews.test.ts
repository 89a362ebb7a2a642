import { expect, test } from 'vitest';
import { nextTask } from './nextTask.ts';
import { bad, heard, inPhase, ok, openHere } from './testing/openHere.ts';

const complete = async (items: readonly string[]) => {
  const here = openHere();
  here.request.answer();
  here.request.send(`[${items.join(',')}]`);
  here.request.end();
  await inPhase(here.session, 'complete');
  return here.session;
};

test('a view answers at once with what is there, and later views do not disturb it', async () => {
  const session = await complete([ok('apple'), bad('apple', 'A'), bad('pear', 'B')]);
  const failed = session.view({ outcome: 'failed', cause: null, text: '' });
  const apples = session.view({ outcome: 'all', cause: null, text: 'APPLE' });
  expect(await failed.entries(0, 1)).toEqual([{ number: 2, text: bad('apple', 'A') }]);
  expect(await failed.entries(1, 50)).toEqual([{ number: 3, text: bad('pear', 'B') }]);
  expect(await failed.entries(2, 50)).toEqual([]);
  expect(await apples.positionOf(2)).toBe(1);
  expect(await apples.positionOf(3)).toBeNull();
  expect(await apples.positionOf(4)).toBeNull();
  expect(failed.state()).toEqual({ matches: 2, searched: 3 });
  apples.close();
  expect(await apples.entries(0, 9)).toEqual([]);
  expect(await failed.entries(0, 9)).toHaveLength(2);
  session.close();
});

test('a search over many items is heard of while it goes on and ends with all of them', async () => {
  const session = await complete(Array.from({ length: 3000 }, (_, item) => ok(`item ${item}`)));
  const view = session.view({ outcome: 'all', cause: null, text: 'ITEM 29' });
  const done = await heard(view, view.state, ({ searched }) => searched === 3000);
  expect(done.matches).toBe(111);
  expect(view.state()).toBe(view.state());
  session.close();
});

test('an export is a file of its kind', async () => {
  const session = await complete([ok(1), bad({ user_id: 'x', n: 5 }, 'A')]);
  const inputs = await session.export({ format: 'inputs', cause: null, withoutPersonal: true });
  expect([inputs.type, await inputs.text()]).toEqual(['application/json', '[\n{"n":5}\n]\n']);
  const csv = await session.export({ format: 'csv', cause: null, withoutPersonal: false });
  expect(csv.type).toBe('text/csv;charset=utf-8');
  expect(await csv.text()).toBe('item,path,code,message\r\n2,f,A,m\r\n');
  session.close();
});

test('a closed session ends its request and answers nothing any more', async () => {
  const { session, request, reports } = openHere();
  request.answer();
  request.send(`[${bad(1, 'A')},`);
  await heard(session, session.reading, ({ items }) => items === 1);
  const view = session.view({ outcome: 'all', cause: null, text: '' });
  const asked = session.export({ format: 'csv', cause: null, withoutPersonal: false });
  const before = reports();
  session.close();
  session.close();
  await expect(asked).rejects.toThrow('closed');
  await expect(view.entries(0, 1)).rejects.toThrow('closed');
  session.retry();
  session.stop();
  view.close();
  await nextTask();
  expect(request.signal.aborted).toBe(true);
  expect(reports()).toBe(before);
});

test('a reader that dies is a failure, not silence', async () => {
  const { session, lose, request } = openHere();
  request.answer();
  request.send(`[${ok(1)},`);
  await heard(session, session.reading, ({ items }) => items === 1);
  const asked = session.export({ format: 'csv', cause: null, withoutPersonal: false });
  lose();
  await expect(asked).rejects.toThrow('out of memory');
  expect(session.reading()).toMatchObject({
    phase: 'failed',
    items: 0,
    failure: { code: 'READER_FAILED' },
  });
  session.close();
});
