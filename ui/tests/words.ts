// The words on the screen, from the locale files, so that a story is told once and walked in every language.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Language = 'en' | 'pl' | 'ru';
export const LANGUAGES: readonly Language[] = ['en', 'pl', 'ru'];

/** Gives the sentence of a key, as a person reads it. */
export type Say = (key: string, args?: Record<string, FluentVariable>) => string;

export function wordsOf(language: Language): Say {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const folder = resolve(import.meta.dirname, '../../locales', language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')), { allowOverrides: true });
  }
  return (key, args) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`no words for ${key} in ${language}`);
    return bundle.formatPattern(pattern, args).trim();
  };
}
