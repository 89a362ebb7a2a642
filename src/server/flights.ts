import { ClientLeft } from './exchange.ts';

/** Tells, at most once, that somebody is gone. */
export type OnLeave = (listener: () => void) => void;

/** Questions under way, joined: whoever asks the same travels along and gets the same answer. */
export type Flights<T> = {
  /**
   * Joins the flight of this key, or starts one with `start`, which is told when nobody is left aboard. A `fresh`
   * passenger joins no flight that has begun before; those who come later join its own. Rejects with `ClientLeft` when
   * the passenger leaves first; otherwise settles as the flight does.
   */
  readonly board: (
    key: string,
    passenger: { readonly fresh: boolean; readonly onLeave: OnLeave },
    start: (onAbandoned: OnLeave) => Promise<T>,
  ) => Promise<T>;
};

type Flight<T> = { landing: Promise<T>; passengers: number; abandon: () => void };

/** No flights yet. */
export function createFlights<T>(): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  const launch = (key: string, start: (onAbandoned: OnLeave) => Promise<T>): Flight<T> => {
    let told: (() => void) | undefined;
    const landing = start((listener) => {
      told = listener;
    });
    const flight: Flight<T> = {
      landing,
      passengers: 0,
      abandon() {
        remove();
        told?.();
      },
    };
    // By the time it lands or is left, a fresher flight may have taken the key.
    const remove = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flights.set(key, flight);
    landing.then(remove, remove);
    return flight;
  };

  return {
    board(key, { fresh, onLeave }, start) {
      const flight = (fresh ? undefined : flights.get(key)) ?? launch(key, start);
      flight.passengers += 1;
      return new Promise<T>((resolve, reject) => {
        let travelling = true;
        const arrive = () => {
          travelling = false;
        };
        flight.landing.then(arrive, arrive);
        flight.landing.then(resolve, reject);
        onLeave(() => {
          if (!travelling) return;
          reject(new ClientLeft());
          flight.passengers -= 1;
          if (flight.passengers === 0) flight.abandon();
        });
      });
    },
  };
}
