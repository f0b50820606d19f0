// What may be meant by a `$name` that is being typed.
import type { QueryPart } from '@/api/types';
import type { Place } from './marks';

/** Names offered at once. */
const OFFERED_MAX = 8;

export interface Offer {
  /** What is typed so far, with its `$`. */
  place: Place;
  parts: readonly QueryPart[];
}

/** The parts that fit what stands before the caret; `null` where no name is being typed. */
export function offer(query: string, caret: number, parts: readonly QueryPart[]): Offer | null {
  const typed = /(?:^|[\s("-])(\$[\p{L}\p{N}_]*)$/u.exec(query.slice(Math.max(0, caret - 80), caret))?.[1];
  if (typed === undefined || /^[\p{L}\p{N}_]/u.test(query.slice(caret))) return null;
  const name = typed.slice(1).toLowerCase();
  const rank = (part: QueryPart) => (part.name.toLowerCase().startsWith(name) ? 0 : 1);
  const fit = parts.filter((part) => part.name.toLowerCase().includes(name)).sort((a, b) => rank(a) - rank(b));
  // A name that is typed in full needs no help.
  if (fit.length === 0 || (fit.length === 1 && fit[0]?.name === typed.slice(1))) return null;
  return { place: { start: caret - typed.length, end: caret }, parts: fit.slice(0, OFFERED_MAX) };
}
