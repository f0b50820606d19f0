// Numbers, times and names for people, in the language of the interface and the zone of the browser.
import { has, language, t } from './words.svelte';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, unknown>();

/** Intl objects are dear to make, so each is made once a language. */
function intl<T>(name: string, make: (tag: string) => T): T {
  const id = `${language()}/${name}`;
  const known = made.get(id);
  if (known !== undefined) return known as T;
  const fresh = make(TAGS[language()]);
  made.set(id, fresh);
  return fresh;
}

const TAGS = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' } as const;

/** A count: `12 480`. */
export function number(value: number): string {
  return intl('number', (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })).format(value);
}

/** The server counts waiting cases of an incident up to here. */
const COUNTED_MAX = 500;

/** A count that the server stops at its limit: `500+`. */
export function capped(value: number): string {
  return value >= COUNTED_MAX ? `${number(COUNTED_MAX)}+` : number(value);
}

/** A mean or an expectation: one digit after the point below ten, none above. */
export function mean(value: number): string {
  return intl('mean', (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })).format(rounded(value));
}

/** The value as `mean` and `ratio` show it, for words that must agree with it in number. */
export function rounded(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** A figure in a sum that people may check: four significant digits, so that dividing by it gives the ratio shown. */
export function figure(value: number): string {
  return intl('figure', (tag) => new Intl.NumberFormat(tag, { maximumSignificantDigits: 4 })).format(value);
}

/** A ratio: `×7.5`. */
export function ratio(value: number): string {
  return `×${mean(value)}`;
}

/** A share from 0 to 1: `42 %`. */
export function percent(share: number): string {
  return intl('percent', (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })).format(share);
}

/** A share that may be small: `0.04 %`, two digits that count. */
export function finePercent(share: number): string {
  return intl('finePercent', (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: share < 0.1 ? 1 : 2 })).format(share);
}

/** A large count in short: `12,5 тыс.` */
export function compact(value: number): string {
  return intl('compact', (tag) => new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 })).format(value);
}

/** Bytes: `3.4 MB`. */
export function bytes(value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = Math.min(units.length - 1, value > 0 ? Math.floor(Math.log10(value) / 3) : 0);
  const unit = units[step] ?? 'byte';
  return intl(`bytes${step}`, (tag) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })).format(
    value / 1000 ** step,
  );
}

type When = string | number;

function date(at: When): Date {
  return new Date(at);
}

function shown(name: string, options: Intl.DateTimeFormatOptions, at: When): string {
  const value = date(at);
  if (Number.isNaN(value.getTime())) return String(at);
  return intl(name, (tag) => new Intl.DateTimeFormat(tag, options)).format(value);
}

/** Day and time in full: `20 November 2026 at 08:40`. */
export function dateTime(at: When): string {
  return shown('full', { dateStyle: 'long', timeStyle: 'short' }, at);
}

/** Day and time in short: `20 Nov, 08:40`. */
export function shortDateTime(at: When): string {
  return shown('short', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, at);
}

/** Time of day: `08:40`. */
export function time(at: When): string {
  return shown('time', { hour: '2-digit', minute: '2-digit' }, at);
}

/** Day: `20 Nov`. */
export function day(at: When): string {
  return shown('day', { day: 'numeric', month: 'short' }, at);
}

/** Day with its year: `20 Nov 2026`. */
export function longDay(at: When): string {
  return shown('longDay', { day: 'numeric', month: 'short', year: 'numeric' }, at);
}

/** From and until, without saying the day twice: `20 Nov, 08:00 – 09:00`. */
export function range(from: When, until: When): string {
  const one = date(from);
  const two = date(until);
  if (one.toDateString() === two.toDateString()) return `${day(from)}, ${time(from)}–${time(until)}`;
  return `${shortDateTime(from)} – ${shortDateTime(until)}`;
}

/** How long ago (or in how long), at server time `now` in milliseconds: `12 min ago`. */
export function ago(at: When, now: number): string {
  const seconds = Math.round((date(at).getTime() - now) / 1000);
  const relative = intl('ago', (tag) => new Intl.RelativeTimeFormat(tag, { style: 'short', numeric: 'always' }));
  const size = Math.abs(seconds);
  if (size < 45) return t('time-now');
  if (size < HOUR) return relative.format(Math.sign(seconds) * Math.max(1, Math.round(size / MINUTE)), 'minute');
  if (size < DAY) return relative.format(Math.sign(seconds) * Math.round(size / HOUR), 'hour');
  if (size < 30 * DAY) return relative.format(Math.sign(seconds) * Math.round(size / DAY), 'day');
  return longDay(at);
}

/** A length of time in its two largest units: `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return unit(whole, 'second');
  if (whole < HOUR) return unit(Math.floor(whole / MINUTE), 'minute');
  if (whole < DAY) return pair(whole, HOUR, 'hour', MINUTE, 'minute');
  return pair(whole, DAY, 'day', HOUR, 'hour');
}

function pair(seconds: number, big: number, bigUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((seconds % big) / small);
  const first = unit(Math.floor(seconds / big), bigUnit);
  return rest === 0 ? first : `${first} ${unit(rest, smallUnit)}`;
}

function unit(value: number, name: string): string {
  // English has a readable narrow form (`2h 5m`); in the other languages it runs into the figure.
  const unitDisplay = language() === 'en' ? 'narrow' : 'short';
  return intl(`unit/${name}`, (tag) => new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay })).format(value);
}

/** What people call a network; its own short name when we do not know it. */
export function networkName(network: string): string {
  return has(`network-${network}`) ? t(`network-${network}`) : network;
}

/** A language by its code: `Polish`. */
export function languageName(code: string): string {
  try {
    return intl('languages', (tag) => new Intl.DisplayNames(tag, { type: 'language' })).of(code) ?? code;
  } catch {
    return code;
  }
}
