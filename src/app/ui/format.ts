import { grouped, plural, speech, t, type Text } from '../../words/words.ts';

/** A zone that times are shown in: the viewer's own, or UTC. */
export type Zone = 'local' | 'utc';

type Parts = {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  readonly clock: string;
};

/**
 * Names and separators are written here, not asked of Intl: setting it up and formatting with it took a third of the
 * time from the answer to the first row.
 */
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const satisfies readonly Text[];

const two = (value: number) => String(value).padStart(2, '0');

function parts(ms: number, zone: Zone): Parts {
  const date = new Date(ms);
  return zone === 'utc'
    ? {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth(),
        day: date.getUTCDate(),
        clock: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`,
      }
    : {
        year: date.getFullYear(),
        month: date.getMonth(),
        day: date.getDate(),
        clock: `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
      };
}

/**
 * An instant (epoch ms) as short as it can be read beside `now`: `14:01:58` on the same day, `20 Nov 13:55:02` in the
 * same year, else with the year.
 */
export function formatInstant(ms: number, zone: Zone, now: number): string {
  const at = parts(ms, zone);
  const today = parts(now, zone);
  if (at.year !== today.year) return `${dayOfYear(at)} ${at.clock}`;
  return at.day === today.day && at.month === today.month ? at.clock : `${dayOf(at)} ${at.clock}`;
}

/** An instant (epoch ms) in full: `20 Nov 2026 13:55:02`. */
export function formatInstantFull(ms: number, zone: Zone): string {
  const at = parts(ms, zone);
  return `${dayOfYear(at)} ${at.clock}`;
}

/** The day of an instant (epoch ms): `22 Dec`, with its year where that is not `now`'s. */
export function formatDay(ms: number, zone: Zone, now: number): string {
  const at = parts(ms, zone);
  return at.year === parts(now, zone).year ? dayOf(at) : dayOfYear(at);
}

/** `22 Dec`, or `Dec 22` where the month goes first. */
function dayOf({ day, month }: Parts): string {
  const name = t(MONTHS[month] ?? 'Jan');
  return speech().dayFirst ? `${day} ${name}` : `${name} ${day}`;
}

function dayOfYear(at: Parts): string {
  return `${dayOf(at)}${speech().dayFirst ? '' : ','} ${at.year}`;
}

/** The zone's name: `UTC`, or the viewer's own by its distance from UTC at that time, such as `GMT+5:30`. */
export function zoneName(zone: Zone, ms: number): string {
  if (zone === 'utc') return 'UTC';
  // Names such as CET mean different zones to different people, and Intl takes 40 ms to be set up for the first one.
  const ahead = -new Date(ms).getTimezoneOffset();
  if (ahead === 0) return 'GMT';
  const hours = Math.floor(Math.abs(ahead) / 60);
  const minutes = Math.abs(ahead) % 60;
  return `GMT${ahead < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`;
}

/** A duration (ms) for a column: `0.9 s`, `23 s`, `2:43`, `1:02:03`, `2 d 03:00:00`. */
export function formatDuration(ms: number): string {
  if (ms < 9950) return t('{n} s', { n: tenths(ms / 1000).replace(/\D0$/, '') });
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return t('{n} s', { n: seconds });
  const [days, hours, minutes, rest] = split(seconds);
  if (days > 0) return t('{d} d {clock}', { d: days, clock: `${two(hours)}:${two(minutes)}:${two(rest)}` });
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A duration (ms) in a sentence: `0.9 s`, `2 min 43 s`, `1 h 2 min`, `2 d 3 h`. */
export function formatDurationWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return formatDuration(ms);
  const [days, hours, minutes, rest] = split(seconds);
  if (days > 0) return t('{d} d {h} h', { d: days, h: hours });
  if (hours > 0) return t('{h} h {m} min', { h: hours, m: minutes });
  return rest > 0 ? t('{m} min {s} s', { m: minutes, s: rest }) : t('{n} min', { n: minutes });
}

function split(seconds: number): [days: number, hours: number, minutes: number, seconds: number] {
  return [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
}

/** A whole number with its thousands told apart: `28,410`. */
export function formatCount(value: number): string {
  return grouped(value, speech().group);
}

/** A size in bytes as people read it, in powers of 1000: `820 bytes`, `4.9 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return plural(bytes, '{n} byte', '{n} bytes');
  const kilobytes = bytes / 1000;
  return kilobytes < 999.5
    ? t('{n} kB', { n: Math.round(kilobytes) })
    : t('{n} MB', { n: tenths(bytes / 1_000_000) });
}

/** A number with one place behind the point, or whatever sign the reader's language has there. */
function tenths(value: number): string {
  return value.toFixed(1).replace('.', speech().decimal);
}

/** An ID short enough for a row, its ends kept: `9f2c83d1…41ab`. */
export function shortId(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`;
}
