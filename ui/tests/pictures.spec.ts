// Pictures of the demo for the README, taken as a newcomer sees it. `npm run pictures` puts them into docs/pictures.
import { expect, test } from '@playwright/test';
import { resolve } from 'node:path';
import { start, type House } from './house';

const FOLDER = process.env['NABAT_PICTURES'] ? resolve(import.meta.dirname, '../../docs/pictures') : resolve(import.meta.dirname, '../test-results/pictures');

let house: House | undefined;

test.afterEach(async () => {
  await house?.stop();
  house = undefined;
});

test('the demo looks as the README shows it', async ({ browser }) => {
  house = await start('demo', '--speed', '300');
  const context = await browser.newContext({ baseURL: house.address, locale: 'en-GB', viewport: { width: 1360, height: 850 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('a[href^="/incidents/"]').first()).toBeVisible({ timeout: 90_000 });
  // Some minutes more, and it burns on several networks.
  await page.waitForTimeout(15_000);
  await page.screenshot({ path: `${FOLDER}/radar.png` });
  await page.goto('/incidents/1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(2_000);
  await page.screenshot({ path: `${FOLDER}/incident.png` });
  await page.goto('/inbox');
  await expect(page.locator('.list a').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/\/inbox\/\d+/);
  await page.keyboard.press('a');
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: `${FOLDER}/inbox.png` });
  await page.goto('/topics/1');
  await page.waitForTimeout(2_000);
  await page.screenshot({ path: `${FOLDER}/topic.png` });
  await context.close();
});
