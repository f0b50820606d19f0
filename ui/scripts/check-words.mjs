// Checks the words for people. It fails when
// - a key that the code uses is missing in a language, or a key of a language is used nowhere;
// - a key built from a prefix has no line in word-prefixes.mjs;
// - languages differ in their keys or in the variables of a message;
// - a Russian or Polish plural lacks one of its forms, or a Fluent file does not parse.
// Keys are found as literals: t('key'), key('key'), has('key'), or any quoted string that is exactly a key; and as templates
// t(`prefix-${value}`). Words are also used by the server (query errors), through the prefixes that are `open`.
import { parse } from '@fluent/syntax';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREFIXES } from './word-prefixes.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LANGUAGES = ['en', 'pl', 'ru'];
// Counts are whole, so `many` may be the default form; `few` never is by chance.
const SLAVIC_FORMS = ['one', 'few'];
const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const faults = [];
const fault = (place, words) => faults.push(`${place}: ${words}`);

/** Reads a language: key → { file, variables }. */
function readLanguage(language) {
  const folder = join(ROOT, 'locales', language);
  const keys = new Map();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ftl')).sort()) {
    const place = `locales/${language}/${name}`;
    for (const entry of parse(readFileSync(join(folder, name), 'utf8'), { withSpans: false }).body) {
      if (entry.type === 'Junk') fault(place, `does not parse near \`${entry.content.trim().split('\n')[0]}\``);
      if (entry.type !== 'Message') continue;
      const key = entry.id.name;
      if (keys.has(key)) fault(place, `\`${key}\` is already in ${keys.get(key).file}`);
      const variables = new Set();
      walk(entry.value, (node) => {
        if (node.type === 'VariableReference') variables.add(node.id.name);
        if (node.type === 'SelectExpression' && language !== 'en') checkPlural(place, key, node);
      });
      keys.set(key, { file: place, variables });
    }
  }
  return keys;
}

function checkPlural(place, key, select) {
  const names = select.variants.map((variant) => variant.key.name ?? variant.key.value);
  if (!names.every((name) => PLURAL_FORMS.includes(name))) return;
  const missing = SLAVIC_FORMS.filter((form) => !names.includes(form));
  if (missing.length > 0) fault(place, `\`${key}\` lacks the plural forms ${missing.join(', ')}`);
}

function walk(node, visit) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) return node.forEach((each) => walk(each, visit));
  if (typeof node.type === 'string') visit(node);
  for (const value of Object.values(node)) walk(value, visit);
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|svelte)$/.test(entry.name)) yield path;
  }
}

const languages = Object.fromEntries(LANGUAGES.map((language) => [language, readLanguage(language)]));
const known = new Set(LANGUAGES.flatMap((language) => [...languages[language].keys()]));

// What the code uses.
const used = new Map();
const usedPrefixes = new Set();
for (const path of sources(join(ROOT, 'ui/src'))) {
  const place = relative(ROOT, path);
  const text = readFileSync(path, 'utf8');
  for (const [, key] of text.matchAll(/(?<![.\w])(?:t|key|has)\(\s*['"]([^'"]+)['"]/g)) used.set(key, place);
  for (const [, literal] of text.matchAll(/['"`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)['"`]/g)) if (known.has(literal)) used.set(literal, place);
  for (const [, prefix] of text.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)) {
    if (prefix in PREFIXES) usedPrefixes.add(prefix);
  }
  for (const [, template] of text.matchAll(/(?<![.\w])(?:t|key|has)\(\s*`([^`]*)`/g)) {
    const prefix = /^([a-z0-9-]+-)\$\{/.exec(template)?.[1];
    if (!prefix) fault(place, `the key \`${template}\` must be a literal or begin with a prefix`);
    else if (!(prefix in PREFIXES)) fault(place, `the prefix \`${prefix}\` is not in ui/scripts/word-prefixes.mjs`);
  }
}
for (const [prefix, values] of Object.entries(PREFIXES)) {
  if (values === 'open') {
    for (const key of known) if (key.startsWith(prefix)) used.set(key, 'word-prefixes.mjs');
  } else if (usedPrefixes.has(prefix)) {
    for (const value of values) used.set(prefix + value, 'word-prefixes.mjs');
  } else {
    fault('ui/scripts/word-prefixes.mjs', `the prefix \`${prefix}\` is used nowhere`);
  }
}

// What the languages have.
for (const [key, place] of used) {
  for (const language of LANGUAGES) if (!languages[language].has(key)) fault(place, `\`${key}\` is missing in ${language}`);
}
for (const key of known) {
  const [first, ...others] = LANGUAGES.filter((language) => languages[language].has(key));
  const { file, variables } = languages[first].get(key);
  if (!used.has(key)) fault(file, `\`${key}\` is used nowhere`);
  for (const language of others) {
    const theirs = languages[language].get(key).variables;
    const differ = [...variables].filter((name) => !theirs.has(name)).concat([...theirs].filter((name) => !variables.has(name)));
    if (differ.length > 0) fault(languages[language].get(key).file, `\`${key}\` differs from ${first} in ${differ.map((name) => `$${name}`).join(', ')}`);
  }
  const lacking = LANGUAGES.filter((language) => !languages[language].has(key));
  if (used.has(key) === false && lacking.length > 0) fault(file, `\`${key}\` is missing in ${lacking.join(', ')}`);
}

if (faults.length > 0) {
  console.error([...new Set(faults)].sort().join('\n'));
  console.error(`\n${faults.length} faults in the words.`);
  process.exit(1);
}
console.log(`words: ${known.size} keys in ${LANGUAGES.join(', ')}, all there and all used`);
