/** A zone that times are shown in: the viewer's own, or UTC. */
export type Zone = 'local' | 'utc';

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(ms: number, zone: Zone): Record<string, string> {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...(zone === 'utc' && { timeZone: 'UTC' }),
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  return Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, part.value]));
}

/**
 * An instant (epoch ms) as short as it can be read beside `now`: `14:01:58` on the same day, `20 Nov 13:55:02` in the
 * same year, else with the year.
 */
export function formatInstant(ms: number, zone: Zone, now: number): string {
  const at = parts(ms, zone);
  const today = parts(now, zone);
  const clock = `${at['hour']}:${at['minute']}:${at['second']}`;
  if (at['year'] !== today['year']) return `${at['day']} ${at['month']} ${at['year']} ${clock}`;
  return at['day'] === today['day'] && at['month'] === today['month']
    ? clock
    : `${at['day']} ${at['month']} ${clock}`;
}

/** An instant (epoch ms) in full: `20 Nov 2026 13:55:02`. */
export function formatInstantFull(ms: number, zone: Zone): string {
  const at = parts(ms, zone);
  return `${at['day']} ${at['month']} ${at['year']} ${at['hour']}:${at['minute']}:${at['second']}`;
}

/** The name of the zone as people know it: `UTC`, or the viewer's own such as `GMT+5:30`. */
export function zoneName(zone: Zone, ms: number): string {
  if (zone === 'utc') return 'UTC';
  const named = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(ms);
  return named.find((part) => part.type === 'timeZoneName')?.value ?? 'local time';
}

/** A duration (ms) for a column: `0.9 s`, `23 s`, `2:43`, `1:02:03`, `2 d 03:00:00`. */
export function formatDuration(ms: number): string {
  if (ms < 9950) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const two = (value: number) => String(value).padStart(2, '0');
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

const numbers = new Intl.NumberFormat('en-US');

/** A count with its thousands told apart: `28,410`. */
export function formatCount(value: number): string {
  return numbers.format(value);
}

/** An ID short enough for a row, its ends kept: `9f2c83d1…41ab`. */
export function shortId(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`;
}
