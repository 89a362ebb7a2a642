import { between, createRandom, integer, logBetween, mix, type Random } from './random.ts';

/** Progress from 0 to 1 over an operation's running time (0 to 1). Never falls, and reaches 1 only at the end. */
type Curve = (time: number) => number;

/** A point of a curve: at this time, this progress. */
type Knot = readonly [time: number, progress: number];

/** What a shape stands for, by its name; how much of it an operation has is drawn for each. */
export const PROGRESS_SHAPES = {
  steady: (random) => throughKnots(wander(random, 10, 0.8, 1.25)),
  bursts: (random) => steps(wander(random, integer(random, 4, 16), 0.6, 1.6), random),
  slowStart: (random) => {
    const power = between(random, 1.6, 3.4);
    return (time) => time ** power;
  },
  stall: (random) => {
    const at = between(random, 0.15, 0.8);
    const length = between(random, 0.25, 0.6);
    return throughKnots([
      [0, 0],
      [at * (1 - length), at],
      [at * (1 - length) + length, at],
      [1, 1],
    ]);
  },
  fastFinish: (random) => {
    const knee = between(random, 0.5, 0.85);
    return throughKnots([
      [0, 0],
      [knee, knee * between(random, 0.15, 0.5)],
      [1, 1],
    ]);
  },
} as const satisfies Record<string, (random: Random) => Curve>;

export type ProgressShape = keyof typeof PROGRESS_SHAPES;

/** The curve of the operation that was made from `seed`: the same seed gives the same curve. */
export function progressCurve(shape: ProgressShape, seed: number): Curve {
  return PROGRESS_SHAPES[shape](createRandom(mix(seed, 0xc04e)));
}

/** Knots at even times whose pace between them differs: each stretch brings `least` to `most` times the usual. */
function wander(random: Random, stretches: number, least: number, most: number): Knot[] {
  const gains = Array.from({ length: stretches }, () => logBetween(random, least, most));
  const whole = gains.reduce((sum, gain) => sum + gain, 0);
  let done = 0;
  const later = gains.map((gain, index): Knot => {
    done += gain / whole;
    return [(index + 1) / stretches, index === stretches - 1 ? 1 : done];
  });
  return [[0, 0], ...later];
}

function throughKnots(knots: readonly Knot[]): Curve {
  return (time) => {
    if (time >= 1) return 1;
    const next = knots.findIndex(([at]) => at > time);
    const [from, to] = [knots[next - 1], knots[next]];
    if (!from || !to) return 0;
    return from[1] + ((to[1] - from[1]) * (time - from[0])) / (to[0] - from[0]);
  };
}

/** Nothing, then a jump: each knot's progress comes all at once, at a time that is moved a little. */
function steps(knots: readonly Knot[], random: Random): Curve {
  const even = knots[1]?.[0] ?? 1;
  const moved = knots.map(([at, progress], index): Knot => {
    const last = index === 0 || index === knots.length - 1;
    return [last ? at : at + even * between(random, -0.3, 0.3), progress];
  });
  return (time) => (time >= 1 ? 1 : (moved.findLast(([at]) => at <= time)?.[1] ?? 0));
}
