// Posts of invented people about an invented company, for stories that import a file.
import { writeFileSync } from 'node:fs';

const DAY = 24 * 3600 * 1000;

const CALM = [
  'Каша «Лугозар» на завтрак, дети довольны',
  'Kupiłam płatki Lugozar, smaczne jak zawsze',
  'Lugozar porridge again, nothing to complain about',
  'Взяла гречку Лугозар по акции, нормальная',
];
const ANGRY = [
  'В гречке «Лугозар» нашёл болт! Кто за это ответит?',
  'Śruba w kaszy Lugozar!!! Oddajcie pieniądze i przeproście',
  'Found a bolt in my Lugozar groats, look at the photo',
  'Лугозар, вы серьёзно? Болт в пачке, у меня ребёнок это ел',
  'Lugozar milczy od rana, a śruba w kaszy już na wszystkich grupach',
  'Lugozar: not a word about the bolt for hours now',
];

/** Nine quiet days, and an hour in which something burns; it ended an hour before `now`. */
export function aBadDay(path: string, now: Date): void {
  const lines: string[] = [];
  const post = (id: string, at: number, author: string, text: string, network: string) =>
    lines.push(JSON.stringify({ id, network, author, text, lang: /[а-яё]/i.test(text) ? 'ru' : /[ąćęłńóśźż]/i.test(text) ? 'pl' : 'en', published_at: new Date(at).toISOString(), permalink: `https://${network}.example/${id}` }));
  const end = now.getTime() - 3600 * 1000;
  for (let hour = 0; hour < 9 * 24; hour += 1) {
    const at = end - 9 * DAY + hour * 3600 * 1000;
    post(`calm${hour}`, at, `sasiad${hour % 40}`, `${CALM[hour % CALM.length]!} (${hour})`, hour % 2 ? 'vk' : 'telegram');
  }
  for (let i = 0; i < 60; i += 1) {
    const at = end - 3600 * 1000 + i * 55 * 1000;
    post(`angry${i}`, at, `klient${i}`, `${ANGRY[i % ANGRY.length]!} #${i}`, ['telegram', 'vk', 'x', 'instagram'][i % 4]!);
  }
  writeFileSync(path, `${lines.join('\n')}\nthis line is broken\n`);
}
