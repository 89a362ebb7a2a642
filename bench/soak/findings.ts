import { formatTable } from '../statistics.ts';
import { flatnessOf, type Flatness } from './flatness.ts';
import type { Held } from './serverProcess.ts';
import type { PageHeld } from './tab.ts';

/** What was held at one moment: by the tab that stays on the list, by the one that goes about, by the server. */
export type Sample = { readonly stays: PageHeld; readonly goes: PageHeld; readonly server: Held };

/** All that a soak has found. */
export type Soaked = {
  readonly seed: number;
  /** How many times as fast time ran. */
  readonly factor: number;
  /** How long it took, in real minutes. */
  readonly minutes: number;
  readonly samples: readonly Sample[];
  readonly met: { readonly requests: number; readonly kinds: Readonly<Record<string, number>> };
  readonly provoked: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  readonly complaints: string;
  /** How many changes of state were shown, and what is known to have been true. */
  readonly shown: number;
  readonly known: { readonly operations: number; readonly states: number };
  readonly wrong: readonly string[];
  readonly recovered: boolean;
};

export type Verdict = {
  readonly held: readonly ({ readonly name: string; readonly unit: string } & Flatness)[];
  readonly good: boolean;
};

type Measure = {
  readonly name: string;
  readonly unit: 'kB' | 'MB' | '';
  readonly of: (sample: Sample) => number;
  /** What may come and go without being a leak, in the same unit. */
  readonly slack: number;
};

const MEASURES: readonly Measure[] = [
  { name: 'tab on the list: heap', unit: 'kB', of: ({ stays }) => stays.heap / 1000, slack: 0 },
  { name: 'tab on the list: DOM nodes', unit: '', of: ({ stays }) => stays.nodes, slack: 200 },
  { name: 'tab on the list: listeners', unit: '', of: ({ stays }) => stays.listeners, slack: 20 },
  { name: 'tab that goes about: heap', unit: 'kB', of: ({ goes }) => goes.heap / 1000, slack: 0 },
  { name: 'tab that goes about: DOM nodes', unit: '', of: ({ goes }) => goes.nodes, slack: 200 },
  { name: 'tab that goes about: listeners', unit: '', of: ({ goes }) => goes.listeners, slack: 20 },
  { name: 'server: resident memory', unit: 'MB', of: ({ server }) => server.rss / 1e6, slack: 5 },
  { name: 'server: heap', unit: 'kB', of: ({ server }) => server.heap / 1000, slack: 0 },
  { name: 'server: outside the heap', unit: 'kB', of: ({ server }) => server.external / 1000, slack: 500 },
  { name: 'server: open handles', unit: '', of: ({ server }) => server.handles, slack: 6 },
];

/** Whether what was held stayed flat, and all else was as it must be. */
export function verdictOf(soaked: Soaked): Verdict {
  const held = MEASURES.map(({ name, unit, of, slack }) => ({
    name,
    unit,
    ...flatnessOf(soaked.samples.map(of), slack),
  }));
  const { errors, complaints, wrong, recovered } = soaked;
  const good =
    held.every(({ flat }) => flat) && errors.length + wrong.length === 0 && complaints === '' && recovered;
  return { held, good };
}

/** A soak's findings for people. */
export function describeSoak(soaked: Soaked, { held, good }: Verdict, machine: string): string {
  const { factor, minutes, samples, met, provoked, known, shown, wrong, errors, complaints, recovered } =
    soaked;
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${kind.trim()} × ${count}`)
      .join(', ') || 'none';
  const number = (value: number) =>
    value.toLocaleString('en', { maximumFractionDigits: value < 1000 ? 1 : 0 });
  const listed = (texts: readonly string[]) => texts.slice(0, 10).map((text) => `  ${text}`);
  return [
    `Soak · ${machine}`,
    `${number(minutes * factor)} minutes compressed to ${number(minutes)}: the time of pages, server and emulator ran × ${number(factor)} · seed ${soaked.seed} · ${samples.length} samples`,
    '',
    formatTable([
      ['held after a collection', 'second quarter', 'last quarter', 'flat up to', 'verdict'],
      ...held.map(({ name, unit, second, last, most, flat }) => [
        unit ? `${name}, ${unit}` : name,
        ...[second, last, most].map(number),
        flat ? 'flat' : 'GROWS',
      ]),
    ]),
    '',
    `Requests to the API: ${number(met.requests)}, of which met: ${counts(met.kinds)}`,
    `Failed requests that the browser noted: ${counts(provoked)}`,
    `Uncaught errors and console errors: ${errors.length}`,
    ...listed(errors),
    `What the server wrote to stderr: ${complaints === '' ? 'nothing' : ''}`,
    ...listed(complaints.split('\n').filter(Boolean)),
    `States shown: ${number(shown)}, held against ${number(known.states)} true ones of ${number(known.operations)} operations; never true: ${wrong.length}`,
    ...listed(wrong),
    `Recovered without a reload once nothing misbehaved: ${recovered ? 'yes' : 'NO'}`,
    '',
    good ? 'All as it must be.' : 'NOT as it must be.',
    '',
  ].join('\n');
}
