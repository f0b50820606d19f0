// A house that is set up already, with a topic and posts of invented people about an invented company: for stories about queries.
import { expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { start, type House } from './house';
import { watch } from './page';
import { wordsOf, type Language, type Say } from './words';

/** What is told in each language: a brand in several cases, and words around it. */
export const TALES: Record<Language, { brand: string; struck: string; posts: readonly string[] }> = {
  en: {
    brand: 'Lugozar',
    struck: 'Лугозар',
    posts: [
      'Lugozar put a bolt into my porridge',
      'The hotline of Lugozar has not answered since Monday',
      'My Russian neighbour says Лугозар has always been like this',
      'I like Lugozar, the groats are cheap',
    ],
  },
  pl: {
    brand: 'Lugozar',
    struck: 'Lugozarem',
    posts: [
      'Lugozar znowu podniósł ceny',
      'W kaszy z Lugozaru znalazłam śrubę',
      'Pisałam z Lugozarem przez dwa dni i nic',
      'Dałam Lugozarowi drugą szansę i żałuję',
    ],
  },
  ru: {
    brand: 'Лугозар',
    struck: 'Лугозаром',
    posts: [
      'Лугозар снова поднял цены',
      'В гречке от Лугозара нашла болт',
      'Два дня переписываюсь с Лугозаром, и без толку',
      'Дала Лугозару второй шанс и жалею',
    ],
  },
};
const LOCALES = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' } as const;
const COPIES = 6;
const HOUR = 3600 * 1000;

export interface Shelf {
  house: House;
  context: BrowserContext;
  page: Page;
  say: Say;
  topic: number;
  faults: () => string[];
}

export async function shelf(browser: Browser, language: Language): Promise<Shelf> {
  const house = await start('serve');
  const context = await browser.newContext({ baseURL: house.address, locale: LOCALES[language], reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = watch(page);
  const { request } = context;
  await ask(request, '/setup', { organisation: TALES[language].brand, name: 'Anna', login: 'anna', password: 'a bolt in the buckwheat', language });
  const topic = await ask<{ id: number }>(request, '/topics', { name: TALES[language].brand, kind: 'brand', query: 'лугозар* OR lugozar*' });
  await request.post('/api/v1/imports?name=posts.jsonl&format=nabat&history=true', { headers: { 'content-type': 'application/octet-stream' }, data: Buffer.from(lines(language, new Date())) });
  await expect.poll(async () => ((await (await request.get('/api/v1/imports')).json()) as { state: string }[])[0]?.state).toBe('done');
  return { house, context, page, say: wordsOf(language), topic: topic.id, faults };
}

async function ask<A = unknown>(request: APIRequestContext, path: string, data: object): Promise<A> {
  const answer = await request.post(`/api/v1${path}`, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as A;
}

/** Every post several times over a few days. */
function lines(language: Language, now: Date): string {
  const made: string[] = [];
  for (const [index, text] of TALES[language].posts.entries()) {
    for (let copy = 0; copy < COPIES; copy += 1) {
      const at = new Date(now.getTime() - (copy * 26 + index + 1) * HOUR).toISOString();
      const id = `${language}-${index}-${copy}`;
      made.push(JSON.stringify({ id, network: 'telegram', author: `sasiad${copy}`, text: `${text} (${copy + 1})`, lang: language, published_at: at, permalink: `https://t.example/${id}` }));
    }
  }
  return `${made.join('\n')}\n`;
}
