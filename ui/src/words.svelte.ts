// Words for people: Fluent messages in the language of the interface. Nothing on the screen is written in code.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from './api/types';

export type WordArgs = Record<string, FluentVariable>;

const LOADERS: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import('virtual:words/en'),
  pl: () => import('virtual:words/pl'),
  ru: () => import('virtual:words/ru'),
};

let current = $state<Language>('en');
let bundle = $state.raw<FluentBundle | null>(null);

/** The language of the interface. Whatever reads it is drawn again when it changes. */
export function language(): Language {
  return current;
}

export async function setLanguage(next: Language): Promise<void> {
  if (bundle && next === current) return;
  const text = (await LOADERS[next]()).default;
  // Names that people wrote are isolated in the markup (`<bdi>`), so the invisible marks that Fluent could add are not needed.
  const made = new FluentBundle(next, { useIsolating: false });
  const errors = made.addResource(new FluentResource(text));
  if (import.meta.env.DEV) for (const error of errors) console.error(error);
  current = next;
  bundle = made;
  document.documentElement.lang = next;
}

/** The message of a key. The first argument is a literal, or a template whose prefix is listed in scripts/word-prefixes.mjs. */
export function t(key: string, args?: WordArgs): string {
  const message = bundle?.getMessage(key);
  if (!bundle || !message?.value) return import.meta.env.DEV ? `⟦${key}⟧` : key;
  const errors: Error[] = [];
  const text = bundle.formatPattern(message.value, args, errors);
  if (import.meta.env.DEV) for (const error of errors) console.error(key, error);
  return text;
}

/** Whether a key exists, for keys of open sets such as networks. */
export function has(key: string): boolean {
  return bundle?.hasMessage(key) ?? false;
}

/** Marks a literal as a key, where it is written in one place and shown in another. */
export function key<K extends string>(literal: K): K {
  return literal;
}
