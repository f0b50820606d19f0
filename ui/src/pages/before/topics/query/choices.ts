// The list behind a word, `Магнит[-магнитами +магазик ^]`: which of its forms are struck, which are added, whether only capitals count.
// The list is part of the query's text, so every change here is a change of that text.
import type { QueryWord } from '@/api/types';

/** A change of the query: `words` replace what stands from `start` to `end`. */
export interface Edit {
  start: number;
  end: number;
  words: string;
}

const POLISH = 'ąćęłńóśźż';
const PLAIN = 'acelnoszz';

/** Folds a form as posts are compared, as far as a list needs it. */
export function fold(form: string): string {
  return form
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[ąćęłńóśźż]/g, (letter) => PLAIN[POLISH.indexOf(letter)] ?? letter);
}

/** Letters and digits, also joined by a hyphen or an apostrophe: what may stand in a list. */
const FORM = /^[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*$/u;

export function isForm(words: string): boolean {
  return FORM.test(words);
}

/** Strikes a form, or brings it back. */
export function strike(query: string, word: QueryWord, form: { form: string; shown: string }, on: boolean): Edit {
  return change(query, word, '-', form.form, on ? written(form) : null);
}

/** Adds a form of one's own, or takes it away. */
export function add(query: string, word: QueryWord, shown: string, on: boolean): Edit {
  const form = fold(shown);
  return change(query, word, '+', form, on ? written({ form, shown }) : null);
}

/** Only capitalised forms, or all. */
export function capitals(query: string, word: QueryWord, on: boolean): Edit {
  const others = itemsOf(query, word).filter((item) => item !== '^');
  return printed(word, on ? [...others, '^'] : others);
}

function change(query: string, word: QueryWord, sign: '-' | '+', form: string, item: string | null): Edit {
  const others = itemsOf(query, word).filter((each) => !(each.startsWith(sign) && fold(each.slice(1)) === form));
  if (item === null) return printed(word, others);
  // The sign for capitals stays last, where people look for it.
  const last = others.indexOf('^');
  others.splice(last === -1 ? others.length : last, 0, sign + item);
  return printed(word, others);
}

/** As people write it in small letters, unless that would be read as another form. */
function written({ form, shown }: { form: string; shown: string }): string {
  const small = shown.toLowerCase();
  return fold(small) === form && isForm(small) ? small : form;
}

function itemsOf(query: string, word: QueryWord): string[] {
  if (word.list_start === null || word.list_end === null) return [];
  return query.slice(word.list_start + 1, word.list_end - 1).split(/\s+/).filter(Boolean);
}

function printed(word: QueryWord, items: readonly string[]): Edit {
  return {
    start: word.list_start ?? word.end,
    end: word.list_end ?? word.end,
    words: items.length === 0 ? '' : `[${items.join(' ')}]`,
  };
}

/** The words with their places moved by an edit of one of them, and that one's list where it now stands. */
export function moved(words: readonly QueryWord[], of: number, edit: Edit): QueryWord[] {
  const by = edit.words.length - (edit.end - edit.start);
  return words.map((word, index) => {
    if (index === of) {
      const list = edit.words === '' ? null : edit.start;
      return { ...word, end: edit.start + edit.words.length, list_start: list, list_end: list === null ? null : list + edit.words.length };
    }
    if (word.start < edit.end) return word;
    return {
      ...word,
      start: word.start + by,
      end: word.end + by,
      list_start: word.list_start === null ? null : word.list_start + by,
      list_end: word.list_end === null ? null : word.list_end + by,
    };
  });
}
