// Which forms of a word wait behind a button: those that few people write and that no stored post holds.
import type { Language, QueryForm, QueryWord } from '@/api/types';

/** Reasons beyond grammar: such forms are many, and seldom met. */
const SLIPS = ['transliterated', 'layout', 'look-alike'];

/**
 * Tells the forms of a word that are not shown at first. A word in Latin letters may be Polish or English, and has the forms of both:
 * those of the language that the reader reads come first, and those of which a post holds one.
 */
export function aside(word: QueryWord, reader: Language): (form: QueryForm) => boolean {
  const languages = new Set(word.forms.flatMap(languagesOf));
  const met = word.forms.filter((form) => form.n > 0 && !isWritten(form)).flatMap(languagesOf);
  const wanted = new Set<string>([reader, ...met]);
  const foreign = (form: QueryForm) => languages.size > 1 && !isWritten(form) && !languagesOf(form).some((language) => wanted.has(language));
  const isSlip = (form: QueryForm) => form.reasons.some(({ code }) => SLIPS.includes(code));
  return (form) => form.n === 0 && !form.struck && !form.added && (isSlip(form) || foreign(form));
}

function isWritten(form: QueryForm): boolean {
  return form.reasons[0]?.code === 'written';
}

function languagesOf(form: QueryForm): string[] {
  return form.reasons.flatMap(({ code, args }) => (code === 'english' ? ['en'] : code === 'inflected' && args['lang'] ? [args['lang']] : []));
}
