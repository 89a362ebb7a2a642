import { expect, test, vi } from 'vitest';
import { DEFAULT_QUERY } from '../../../toloka/listSearch.ts';
import { decodeOperation } from '../../../toloka/operation.ts';
import { RequestFailure } from '../../api/failure.ts';
import type { ListWalkStep, walkList } from '../../api/listWalk.ts';
import { FindRun } from './findRun.ts';

type Leg = Parameters<typeof walkList>[2];

/** A list whose pages are given by hand; each call of the walk is a leg. */
function staged() {
  const legs: (Leg & { give: (step: ListWalkStep | Error) => Promise<void>; waiting: () => boolean })[] = [];
  async function* walk(
    _environment: string,
    _query: unknown,
    leg: Leg,
  ): AsyncGenerator<ListWalkStep, void, void> {
    let hand: (step: ListWalkStep | Error) => void = () => {};
    let next = new Promise<ListWalkStep | Error>((resolve) => (hand = resolve));
    let open = true;
    legs.push({
      ...leg,
      give: async (step) => {
        hand(step);
        await settle();
      },
      waiting: () => open,
    });
    try {
      for (;;) {
        const step = await next;
        next = new Promise((resolve) => (hand = resolve));
        if (leg.signal.aborted) return;
        if (step instanceof Error) throw step;
        yield step;
        if (!step.position) return;
      }
    } finally {
      open = false;
    }
  }
  const run = new FindRun('production', { ...DEFAULT_QUERY, find: 'PINK' }, walk);
  return { run, legs };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A page of `count` operations, of which those at `pink` hold the text. */
function page(name: string, count: number, pink: readonly number[], ends = false): ListWalkStep {
  const rows = Array.from({ length: count }, (_, index) => {
    const raw = {
      id: `${name}-${index}`,
      status: 'SUCCESS',
      parameters: { name: pink.includes(index) ? 'Pink' : 'x' },
    };
    return { operation: decodeOperation(raw), text: JSON.stringify(raw) };
  });
  const after = { values: [], id: `${name}-${count - 1}` };
  return { rows, position: ends ? null : { after, unfinished: new Set() } };
}

const outline = (run: FindRun) => {
  const { phase, searched, found } = run.state();
  return { phase, searched, found: found.map(({ id }) => id) };
};

test('results stream in while the list is walked, and only its end is called the end', async () => {
  const { run, legs } = staged();
  const heard = vi.fn();
  run.subscribe(heard);
  run.enter();
  expect(outline(run)).toEqual({ phase: 'searching', searched: 0, found: [] });
  await legs[0]?.give(page('a', 295, [3]));
  expect(outline(run)).toEqual({ phase: 'searching', searched: 295, found: ['a-3'] });
  await legs[0]?.give(page('b', 10, [0, 9], true));
  expect(outline(run)).toEqual({ phase: 'ended', searched: 305, found: ['a-3', 'b-0', 'b-9'] });
  expect(heard).toHaveBeenCalled();
});

test('a page without results leaves the list of them the same, so that no row renders', async () => {
  const { run, legs } = staged();
  run.enter();
  await legs[0]?.give(page('a', 295, [3]));
  const { found } = run.state();
  await legs[0]?.give(page('b', 295, []));
  expect(run.state().found).toBe(found);
});

test('after 2,000 it rests, and goes on from there when it is told to', async () => {
  const { run, legs } = staged();
  run.enter();
  for (let index = 0; index < 7; index++) await legs[0]?.give(page(`p${index}`, 295, []));
  expect(outline(run)).toEqual({ phase: 'leg', searched: 2065, found: [] });
  expect(legs[0]?.waiting()).toBe(false);
  run.goOn();
  expect(legs[1]?.from.after?.id).toBe('p6-294');
  expect(legs[1]?.now).toBe(legs[0]?.now);
  await legs[1]?.give(page('q', 295, [1]));
  expect(outline(run)).toEqual({ phase: 'searching', searched: 2360, found: ['q-1'] });
  expect(run.state().legFrom).toBe(2065);
});

test('a search that is stopped asks nothing more, ignores what still comes, and goes on from its last page', async () => {
  const { run, legs } = staged();
  run.enter();
  await legs[0]?.give(page('a', 295, [1]));
  run.stop();
  expect(legs[0]?.signal.aborted).toBe(true);
  await legs[0]?.give(page('late', 295, [1]));
  expect(outline(run)).toEqual({ phase: 'stopped', searched: 295, found: ['a-1'] });
  run.enter();
  expect(legs).toHaveLength(1);
  run.goOn();
  expect(legs[1]?.from.after?.id).toBe('a-294');
});

test('leaving the view aborts the search, coming back goes on with it', async () => {
  const { run, legs } = staged();
  run.enter();
  await legs[0]?.give(page('a', 295, [1]));
  run.leave();
  expect(legs[0]?.signal.aborted).toBe(true);
  expect(run.state().phase).toBe('left');
  run.enter();
  expect(legs[1]?.from.after?.id).toBe('a-294');
  await legs[1]?.give(page('b', 5, [1], true));
  expect(outline(run)).toEqual({ phase: 'ended', searched: 300, found: ['a-1', 'b-1'] });
  run.leave();
  expect(run.state().phase).toBe('ended');
});

test('a failure keeps what came, and the search can go on from there', async () => {
  const { run, legs } = staged();
  run.enter();
  await legs[0]?.give(page('a', 295, [1]));
  await legs[0]?.give(new RequestFailure({ status: 500, code: 'INTERNAL_ERROR', message: 'no' }));
  expect(outline(run)).toEqual({ phase: 'failed', searched: 295, found: ['a-1'] });
  expect(run.state().failure?.code).toBe('INTERNAL_ERROR');
  run.goOn();
  expect(run.state()).toMatchObject({ phase: 'searching', failure: null });
  expect(legs[1]?.from.after?.id).toBe('a-294');
});

test('more than 300 results are too many to show, exactly 300 are not', async () => {
  const all = Array.from({ length: 295 }, (_, index) => index);
  const exactly = staged();
  exactly.run.enter();
  await exactly.legs[0]?.give(page('a', 295, all));
  await exactly.legs[0]?.give(page('b', 295, all.slice(0, 5), true));
  expect(exactly.run.state()).toMatchObject({ phase: 'ended' });
  expect(exactly.run.state().found).toHaveLength(300);

  const over = staged();
  over.run.enter();
  await over.legs[0]?.give(page('a', 295, all));
  await over.legs[0]?.give(page('b', 295, all.slice(0, 6), true));
  expect(over.run.state()).toMatchObject({ phase: 'full', searched: 590 });
  expect(over.run.state().found).toHaveLength(300);
});

test('searching again starts over and forgets what was found', async () => {
  const { run, legs } = staged();
  run.enter();
  await legs[0]?.give(page('a', 295, [1], true));
  run.again();
  expect(outline(run)).toEqual({ phase: 'searching', searched: 0, found: [] });
  expect(legs[1]?.from.after).toBeNull();
});
