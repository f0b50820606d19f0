// Cuts a query into pieces that each look one way: the colours of its signs, under them the places that are wrong or worth a look.
import { looksOf, type Look } from './looks';

/** A place in the query, in UTF-16 units; `end` is exclusive. */
export interface Place {
  start: number;
  end: number;
}

export type MarkKind = 'error' | 'warning' | 'lit';

export interface Mark extends Place {
  kind: MarkKind;
}

export interface Piece {
  words: string;
  look: Look;
  /** What is drawn under it; empty where nothing is. */
  marks: readonly MarkKind[];
  /** A place without length, such as where an operand is missing. */
  point: boolean;
}

/** The pieces of a query. Marks outside the text are moved inside; a `plain` text has marks only. */
export function piecesOf(query: string, marks: readonly Mark[], plain = false): Piece[] {
  const inside = marks.map((mark) => ({ ...placeOf(query, mark), kind: mark.kind }));
  const looks = plain ? [] : looksOf(query);
  const cuts = new Set<number>([0, query.length]);
  for (const { start, end } of looks) cuts.add(start).add(end);
  for (const { start, end } of inside) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  const points = inside.filter(({ start, end }) => start === end);
  const wide = inside.filter(({ start, end }) => start < end);

  const pieces: Piece[] = [];
  let look_idx = 0;
  for (const [index, start] of places.entries()) {
    for (const point of points) if (point.start === start) pieces.push({ words: '', look: 'plain', marks: [point.kind], point: true });
    const end = places[index + 1];
    if (end === undefined) break;
    while ((looks[look_idx]?.end ?? Infinity) <= start) look_idx += 1;
    pieces.push({
      words: query.slice(start, end),
      look: looks[look_idx]?.look ?? 'plain',
      marks: wide.filter((mark) => mark.start <= start && mark.end >= end).map(({ kind }) => kind),
      point: false,
    });
  }
  return pieces;
}

/** Where a fault stands, inside the query whatever the server said: the query may have been typed further since. */
export function placeOf(query: string, { start, end }: Place): Place {
  const from = Math.max(0, Math.min(start, query.length));
  return { start: from, end: Math.max(from, Math.min(end, query.length)) };
}

/** What stands at a place, cut in the middle when it is long. */
export function quoted(query: string, place: Place, chars_max = 90): string {
  const { start, end } = placeOf(query, place);
  const words = query.slice(start, end);
  if (words.length <= chars_max) return words;
  const half = Math.floor(chars_max / 2);
  return `${words.slice(0, half)} … ${words.slice(-half)}`;
}

/** Which way a text runs: that of its first letter. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text) ? 'rtl' : 'ltr';
}
