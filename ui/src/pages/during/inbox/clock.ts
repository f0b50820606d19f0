// The response clock of a case, counted in the browser by the server's time. The rule is `crisis::during::case::Case::clock`.
import type { Case, Language } from '@/api/types';

export interface Clock {
  colour: 'calm' | 'soon' | 'late';
  /** Seconds until the limit; negative after it. Of a stopped clock: as it stopped. */
  left: number;
  /** Seconds from the start until it stopped; `null` while it runs. */
  stopped_after: number | null;
}

/** The clock at an instant, in milliseconds. */
export function clockAt(each: Pick<Case, 'opened_at' | 'due_at' | 'stopped_at'>, now: number): Clock {
  const opened = Date.parse(each.opened_at);
  const due = Date.parse(each.due_at);
  const stopped = each.stopped_at === null ? null : Date.parse(each.stopped_at);
  const left = due - (stopped ?? now);
  const colour = left < 0 ? 'late' : left * 2 < due - opened ? 'soon' : 'calm';
  return { colour, left: left / 1000, stopped_after: stopped === null ? null : (stopped - opened) / 1000 };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const units = new Map<string, Intl.NumberFormat>();

/** A length of time as short as it can be read in a dense list: `42 s`, `7 m`, `1 h 5 m`, `3 d`. */
export function briefly(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return unit(whole, 'second', language);
  if (whole < HOUR) return unit(Math.floor(whole / MINUTE), 'minute', language);
  if (whole >= DAY) return unit(Math.floor(whole / DAY), 'day', language);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const hours = unit(Math.floor(whole / HOUR), 'hour', language);
  return minutes === 0 ? hours : `${hours} ${unit(minutes, 'minute', language)}`;
}

function unit(value: number, name: string, language: Language): string {
  const id = `${language}/${name}`;
  const known = units.get(id) ?? new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' });
  units.set(id, known);
  return known.format(value);
}
