// Every page, in every language, light and dark, wide and narrow: no barriers, no missing words, nothing that breaks.
import { expect, test } from '@playwright/test';
import { start, type House } from './house';
import { expectNoBarriers, expectWords, watch } from './page';
import { LANGUAGES } from './words';

const PAGES = [
  '/', '/inbox', '/inbox?state=new,in-work&order=newest', '/incidents', '/incidents/1', '/topics', '/topics/new', '/topics/parts', '/guide/queries', '/topics/1', '/topics/1/edit',
  '/sources', '/sources/1', '/settings', '/settings/profile', '/settings/people', '/settings/tokens', '/settings/alerts', '/settings/deliveries',
  '/settings/general', '/settings/export', '/nowhere',
];
const LOCALES = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' } as const;

let house: House;

test.beforeAll(async ({ browser }) => {
  house = await start('demo', '--speed', '600');
  const page = await (await browser.newContext({ baseURL: house.address })).newPage();
  await page.goto('/');
  // The crisis breaks out: an incident opens by itself.
  await expect(page.locator('a[href^="/incidents/"]').first()).toBeVisible({ timeout: 90_000 });
  await page.context().close();
});

test.afterAll(async () => house.stop());

for (const language of LANGUAGES) {
  for (const [scheme, width, height] of [['light', 1440, 900], ['dark', 390, 844]] as const) {
    test(`all pages in ${language}, ${scheme}, ${width} wide`, async ({ browser }) => {
      const context = await browser.newContext({ baseURL: house.address, locale: LOCALES[language], colorScheme: scheme, viewport: { width, height }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const faults = watch(page);
      for (const address of PAGES) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await page.waitForLoadState('domcontentloaded');
        await expectNoBarriers(page);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      for (const address of ['/', '/inbox', '/incidents/1', '/topics/1']) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectWords(page);
      }
      expect(faults()).toEqual([]);
      await context.close();
    });
  }
}
