// Tells the signs of the query language apart by their look, for colours in the editor. It never refuses: what is wrong is the
// server's to say, and half a query is coloured as far as it goes.

export type Look = 'plain' | 'operator' | 'bracket' | 'quote' | 'sign' | 'field' | 'value' | 'tag' | 'part' | 'list' | 'cased' | 'comment';

export interface Stretch {
  start: number;
  end: number;
  look: Look;
}

/** A longer text is not coloured: it would make every letter typed cost more than people bear (guess). */
const CHARS_MAX = 30_000;
const FIELDS = 'author|source|network|lang|site|url|type|has|followers|sentiment|title';

/** In the order in which they are tried at a place. Each is sticky, so that it matches right there. */
const RULES: readonly { look: Look; rule: RegExp }[] = [
  { look: 'comment', rule: /<<<[\s\S]*?(?:>>>|$)/y },
  { look: 'part', rule: /\$[\p{L}\p{N}_]+/uy },
  { look: 'list', rule: /\[(?=\s*[-+^])[^\]\n]*\]?/y },
  { look: 'value', rule: /\[[^\]\n]*\]?/y },
  { look: 'operator', rule: /(?:AND|OR|NOT|SENT)(?![\p{L}\p{N}_])|O?NEAR(?:\/\d+f?)?(?![\p{L}\p{N}_])|\|/uy },
  { look: 'field', rule: new RegExp(`(?:${FIELDS}):`, 'iy') },
  { look: 'tag', rule: /[#@][\p{L}\p{N}_.]+/uy },
  { look: 'cased', rule: /\{[^{}\n]*\}?/y },
  { look: 'bracket', rule: /[()]/y },
  { look: 'quote', rule: /["«»„“”](?:~\d+)?/y },
  { look: 'sign', rule: /[*?]+|~\d+/y },
  { look: 'plain', rule: /[\p{L}\p{N}\p{M}]+/uy },
];
/** Signs that mean something only where a word begins. */
const BEFORE_A_WORD = /[=-](?=[^\s=-])/y;

/** The stretches of a query, one after the other, without gaps. */
export function looksOf(query: string): Stretch[] {
  if (query.length > CHARS_MAX) return [{ start: 0, end: query.length, look: 'plain' }];
  const made: Stretch[] = [];
  let at = 0;
  while (at < query.length) {
    const { end, look } = next(query, at, made.at(-1));
    const last = made.at(-1);
    if (last?.look === 'plain' && look === 'plain') last.end = end;
    else made.push({ start: at, end, look });
    at = end;
  }
  return made;
}

function next(query: string, at: number, before: Stretch | undefined): { end: number; look: Look } {
  if (begins(query, at)) {
    BEFORE_A_WORD.lastIndex = at;
    if (BEFORE_A_WORD.test(query)) return { end: at + 1, look: query[at] === '-' ? 'operator' : 'sign' };
  }
  // The value behind a field, up to the next space; a bracket of values is coloured by its own signs.
  if (before?.look === 'field' && before.end === at) {
    const value = /^[^\s()"«»„“”[\]]+/.exec(query.slice(at, at + 200));
    if (value) return { end: at + value[0].length, look: 'value' };
  }
  for (const { look, rule } of RULES) {
    rule.lastIndex = at;
    const found = rule.exec(query);
    if (found && found[0] !== '') return { end: at + found[0].length, look };
  }
  return { end: at + 1, look: 'plain' };
}

function begins(query: string, at: number): boolean {
  return at === 0 || /[\s("«»„“”|-]/.test(query[at - 1] ?? '');
}
