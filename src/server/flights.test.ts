import { expect, test } from 'vitest';
import { createFlights, type OnLeave } from './flights.ts';

/** A passenger whose leaving is at hand. */
function passenger(fresh = false) {
  let leave = () => undefined as void;
  const onLeave: OnLeave = (listener) => {
    leave = listener;
  };
  return { fresh, onLeave, leave: () => leave() };
}

/** Flights that land when told, each counted. */
function airport() {
  const flights = createFlights<string>();
  const started: { land: (text: string) => void; crash: (error: Error) => void; abandoned: boolean }[] = [];
  const board = (who: ReturnType<typeof passenger>, key = 'k') =>
    flights.board(key, who, (onAbandoned) => {
      return new Promise((land, crash) => {
        const flight = { land, crash, abandoned: false };
        started.push(flight);
        onAbandoned(() => {
          flight.abandoned = true;
          crash(new Error('abandoned'));
        });
      });
    });
  return { started, board };
}

test('the same question is asked once while it is under way, and again after it has landed', async () => {
  const { started, board } = airport();
  const both = Promise.all([board(passenger()), board(passenger())]);
  const other = board(passenger(), 'other');
  expect(started).toHaveLength(2);
  started[0]?.land('A');
  started[1]?.land('B');
  expect([await both, await other]).toEqual([['A', 'A'], 'B']);
  const again = board(passenger());
  expect(started).toHaveLength(3);
  started[2]?.land('C');
  expect(await again).toBe('C');
});

test('a failure is everybody’s, and nobody’s afterwards', async () => {
  const { started, board } = airport();
  const both = Promise.allSettled([board(passenger()), board(passenger())]);
  started[0]?.crash(new Error('down'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  void board(passenger());
  expect(started).toHaveLength(2);
});

test('the first to leave does not end it, the last does', async () => {
  const { started, board } = airport();
  const [a, b] = [passenger(), passenger()];
  const left = [board(a), board(b)].map((each) => expect(each).rejects.toThrow(/^$/));
  a.leave();
  expect(started[0]?.abandoned).toBe(false);
  b.leave();
  expect(started[0]?.abandoned).toBe(true);
  await Promise.all(left);
  void board(passenger());
  expect(started).toHaveLength(2);
});

test('who leaves after landing changes nothing', async () => {
  const { started, board } = airport();
  const [a, b] = [passenger(), passenger()];
  const both = Promise.all([board(a), board(b)]);
  started[0]?.land('A');
  await both;
  a.leave();
  b.leave();
  expect(started[0]?.abandoned).toBe(false);
});

test('a fresh passenger takes a flight of its own, which later ones join', async () => {
  const { started, board } = airport();
  const early = board(passenger());
  const fresh = board(passenger(true));
  const later = board(passenger());
  expect(started).toHaveLength(2);
  started[0]?.land('old');
  expect(await early).toBe('old');
  const latest = board(passenger());
  expect(started).toHaveLength(2);
  started[1]?.land('new');
  expect(await Promise.all([fresh, later, latest])).toEqual(['new', 'new', 'new']);
});
