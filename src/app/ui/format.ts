/** A zone that times are shown in: the viewer's own, or UTC. */
export type Zone = 'local' | 'utc';

type Parts = {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly clock: string;
};

/**
 * Names and separators are written here, not asked of Intl: setting it up and formatting with it took a third of the
 * time from the answer to the first row.
 */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number) => String(value).padStart(2, '0');

function parts(ms: number, zone: Zone): Parts {
  const date = new Date(ms);
  return zone === 'utc'
    ? {
        year: date.getUTCFullYear(),
        month: MONTHS[date.getUTCMonth()] ?? '',
        day: date.getUTCDate(),
        clock: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`,
      }
    : {
        year: date.getFullYear(),
        month: MONTHS[date.getMonth()] ?? '',
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
  if (at.year !== today.year) return `${at.day} ${at.month} ${at.year} ${at.clock}`;
  return at.day === today.day && at.month === today.month ? at.clock : `${at.day} ${at.month} ${at.clock}`;
}

/** An instant (epoch ms) in full: `20 Nov 2026 13:55:02`. */
export function formatInstantFull(ms: number, zone: Zone): string {
  const at = parts(ms, zone);
  return `${at.day} ${at.month} ${at.year} ${at.clock}`;
}

/** The day of an instant (epoch ms): `22 Dec`, with its year where that is not `now`'s. */
export function formatDay(ms: number, zone: Zone, now: number): string {
  const at = parts(ms, zone);
  return `${at.day} ${at.month}${at.year === parts(now, zone).year ? '' : ` ${at.year}`}`;
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
  if (ms < 9950) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const [days, hours, minutes, rest] = split(seconds);
  if (days > 0) return `${days} d ${two(hours)}:${two(minutes)}:${two(rest)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A duration (ms) in a sentence: `0.9 s`, `2 min 43 s`, `1 h 2 min`, `2 d 3 h`. */
export function formatDurationWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return formatDuration(ms);
  const [days, hours, minutes, rest] = split(seconds);
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
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
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A size in bytes as people read it, in powers of 1000: `820 bytes`, `4.9 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const kilobytes = bytes / 1000;
  return kilobytes < 999.5 ? `${Math.round(kilobytes)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** An ID short enough for a row, its ends kept: `9f2c83d1…41ab`. */
export function shortId(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`;
}
