// The words of the query with their forms, as the server last told them, and what the person has struck or added since: several
// strikes in a row need not wait for an answer each.
import type { QueryForm, QueryWord } from '@/api/types';
import { add, capitals, fold, moved, strike, type Edit } from '../query/choices';

export class QueryWords {
  list = $state.raw<readonly QueryWord[]>([]);
  /** The query that the places of the words are for. */
  text = $state('');

  take(text: string, words: readonly QueryWord[]): void {
    this.text = text;
    this.list = words;
  }

  strike(index: number, form: QueryForm): Edit | null {
    const on = !form.struck;
    if (form.added) return this.unadd(index, form);
    return this.#change(index, (word) => strike(this.text, word, form, on), (word) => withForm(word, { ...form, struck: on }));
  }

  add(index: number, shown: string): Edit | null {
    const known = this.list[index]?.forms.find((each) => each.form === fold(shown));
    if (known?.struck) return this.strike(index, known);
    // A form that is met with a capital only may be added to be met in small letters as well.
    if (known && !known.capital_only) return null;
    const form: QueryForm = { form: fold(shown), shown, struck: false, added: true, ordinary: false, capital_only: false, reasons: [{ code: 'added', args: {} }], n: known?.n ?? 0 };
    return this.#change(
      index,
      (word) => add(this.text, word, shown, true),
      (word) => ({ ...word, forms: [...word.forms.filter((each) => each !== known), form] }),
    );
  }

  unadd(index: number, form: QueryForm): Edit | null {
    return this.#change(
      index,
      (word) => add(this.text, word, form.shown, false),
      (word) => ({ ...word, forms: word.forms.filter((each) => each !== form) }),
    );
  }

  capitals(index: number, on: boolean): Edit | null {
    return this.#change(index, (word) => capitals(this.text, word, on), (word) => ({ ...word, capitalised: on }));
  }

  #change(index: number, edit: (word: QueryWord) => Edit, after: (word: QueryWord) => QueryWord): Edit | null {
    const word = this.list[index];
    if (!word) return null;
    const made = edit(word);
    this.list = moved(this.list, index, made).map((each, at) => (at === index ? after(each) : each));
    this.text = this.text.slice(0, made.start) + made.words + this.text.slice(made.end);
    return made;
  }
}

function withForm(word: QueryWord, form: QueryForm): QueryWord {
  return { ...word, forms: word.forms.map((each) => (each.form === form.form ? form : each)) };
}
