// Cuts a query into pieces with the marked places, to draw marks under the text that is being typed.
import type { QueryFault } from '@/api/types';

export interface Piece {
  words: string;
  look: 'plain' | 'error' | 'warning';
}

/** Characters that stand for a place without length, such as the end of the query. */
const PLACE = '\u00a0';

/** The pieces of a query: where it is wrong and where it is worth a look. Broken places are moved inside the text. */
export function piecesOf(query: string, error: QueryFault | null, warnings: readonly QueryFault[]): Piece[] {
  const faults = [
    ...(error ? [{ fault: error, look: 'error' as const }] : []),
    ...warnings.map((fault) => ({ fault, look: 'warning' as const })),
  ].sort((a, b) => a.fault.start - b.fault.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { fault, look } of faults) {
    const { start, end } = placeOf(query, fault);
    if (start < at) continue;
    if (start > at) pieces.push({ words: query.slice(at, start), look: 'plain' });
    pieces.push({ words: start === end ? PLACE : query.slice(start, end), look });
    at = end;
  }
  // The last line keeps its height also when it is empty, as it does in the field.
  pieces.push({ words: `${query.slice(at)}\n`, look: 'plain' });
  return pieces;
}

/** Where a fault stands, inside the query whatever the server said: the query may have been typed further since. */
export function placeOf(query: string, fault: QueryFault): { start: number; end: number } {
  const start = Math.max(0, Math.min(fault.start, query.length));
  return { start, end: Math.max(start, Math.min(fault.end, query.length)) };
}
