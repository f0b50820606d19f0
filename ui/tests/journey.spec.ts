// First run → topic → import → bell → incident → answer → close, as a person walks it, in each language.
import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { start, type House } from './house';
import { expectNoBarriers, watch } from './page';
import { aBadDay } from './posts';
import { LANGUAGES, wordsOf, type Language, type Say } from './words';

const NAMES: Record<Language, { organisation: string; person: string; topic: string; answer: string; closing: string }> = {
  en: { organisation: 'Lugozar Foods', person: 'Emma Clarke', topic: 'Lugozar', answer: 'We are so sorry. Please send us the batch number, we are looking into it now.', closing: 'The batch was recalled, the questions have stopped.' },
  pl: { organisation: 'Lugozar Polska', person: 'Piotr Zieliński', topic: 'Lugozar', answer: 'Bardzo przepraszamy. Prosimy o numer partii, już to sprawdzamy.', closing: 'Partia wycofana, pytania ucichły.' },
  ru: { organisation: '«Лугозар»', person: 'Анна Ковалёва', topic: 'Лугозар', answer: 'Нам очень жаль. Пришлите, пожалуйста, номер партии: уже разбираемся.', closing: 'Партию отозвали, вопросов больше нет.' },
};

async function setUp(page: Page, say: Say, language: Language): Promise<void> {
  const names = NAMES[language];
  await page.goto('/');
  await page.getByLabel(say('setup-organisation'), { exact: true }).fill(names.organisation);
  await page.getByLabel(say('setup-name'), { exact: true }).fill(names.person);
  await page.getByLabel(say('setup-login'), { exact: true }).fill('anna');
  await page.getByLabel(say('setup-password'), { exact: true }).fill('a bolt in the buckwheat');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: say('setup-send') }).click();
}

/** Before there is a topic, the upload says that nothing would be kept. */
async function lookAtSources(page: Page, say: Say): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: say('topics-new-title') })).toBeVisible();
  await page.goto('/sources');
  await expect(page.getByText(say('imports-no-topics'))).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('link', { name: say('imports-no-topics-add') }).click();
}

async function addTopic(page: Page, say: Say, language: Language): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: say('topics-new-title') })).toBeVisible();
  await page.getByLabel(say('topics-name'), { exact: true }).fill(NAMES[language].topic);
  const query = page.getByLabel(say('topics-query'), { exact: true });
  await query.fill('лугозар* OR (lugozar*');
  await expect(page.getByText(say('query-error-bracket-not-closed')).first()).toBeVisible();
  await query.fill('лугозар* OR lugozar*');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: say('topics-create') }).click();
  // It is created when the page has left the form; whoever leaves before that takes the request with them.
  await expect(page).not.toHaveURL(/\/topics\/new/);
}

async function importFile(page: Page, say: Say, path: string): Promise<void> {
  await page.goto('/sources');
  await expect(page.getByText(say('imports-no-topics'))).toHaveCount(0);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('radio', { name: say('imports-mode-live') }).check();
  await page.getByRole('button', { name: say('imports-start', { n: 1 }) }).click();
  await expect(page.getByText(say('import-state-done')).first()).toBeVisible({ timeout: 60_000 });
  await expectNoBarriers(page);
}

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' }[language] });

    let house: House | undefined;

    test.afterEach(async () => {
      await house?.stop();
      house = undefined;
    });

    test('a newcomer sets up, imports a bad day, hears the bell, answers and closes', async ({ browser, locale }) => {
      house = await start('serve');
      const context = await browser.newContext({ baseURL: house.address, ...(locale ? { locale } : {}) });
      const page = await context.newPage();
      const faults = watch(page);
      const say = wordsOf(language);
      const names = NAMES[language];

      await setUp(page, say, language);
      await lookAtSources(page, say);
      await addTopic(page, say, language);
      const file = join(house.folder, 'posts.jsonl');
      aBadDay(file, new Date());
      await importFile(page, say, file);

      // The bell rang: the banner names the incident and leads to it.
      await expect(page).toHaveTitle(/\d/);
      await page.getByRole('link', { name: say('bell-open') }).first().click();
      await expect(page).toHaveURL(/\/incidents\/1/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(names.topic);
      await expect(page.getByText(say('incident-why')).first()).toBeVisible();
      await expectNoBarriers(page);

      // Somebody takes the lead and confirms.
      await page.getByRole('button', { name: say('incident-own-take') }).click();
      await page.getByRole('button', { name: say('incident-do-confirm') }).click();
      await page.getByRole('dialog').getByRole('button', { name: say('incident-do-confirm') }).click();
      await expect(page.getByText(say('incident-status-confirmed')).filter({ visible: true }).first()).toBeVisible();

      // In the inbox a case is taken and answered from the keyboard.
      await page.goto('/inbox');
      await expect(page.getByText('@sasiad0').first()).toBeVisible();
      await expectNoBarriers(page);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/inbox\/\d+/);
      await page.keyboard.press('a');
      await page.getByLabel(say('case-answer-words'), { exact: true }).fill(names.answer);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(names.answer).first()).toBeVisible();
      await expect(page.getByText(say('case-state-answered')).filter({ visible: true }).first()).toBeVisible();
      await expectNoBarriers(page);

      // Another is closed with a reason and words.
      await page.keyboard.press('j');
      await expect(page.getByText(say('case-number', { id: 2 })).first()).toBeVisible();
      await page.keyboard.press('c');
      await page.getByRole('radio', { name: say('close-reason-no-answer-needed') }).check();
      await page.getByRole('textbox').last().fill(names.closing);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(say('case-state-closed')).filter({ visible: true }).first()).toBeVisible();

      // The incident is closed; the timeline keeps it all.
      await page.goto('/incidents/1');
      await page.getByRole('button', { name: say('incident-do-close') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').selectOption('resolved');
      await dialog.getByRole('textbox').fill(names.closing);
      await dialog.locator('button[type=submit]').click();
      await expect(page.getByText(say('incident-status-closed')).filter({ visible: true }).first()).toBeVisible();
      await expect(page.getByText(names.closing).first()).toBeVisible();
      // The report of the import, and the way out and back in.
      await page.goto('/sources/imports/1');
      await expect(page.getByText('this line is broken').first()).toBeVisible();
      await expectNoBarriers(page);
      await page.request.delete('/api/v1/session');
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1, name: say('signin-title') })).toBeVisible();
      await expectNoBarriers(page);
      await page.getByLabel(say('signin-login'), { exact: true }).fill('anna');
      await page.getByLabel(say('signin-password'), { exact: true }).fill('a bolt in the buckwheat');
      await page.getByRole('button', { name: say('signin-send') }).click();
      await expect(page.getByRole('heading', { level: 1, name: say('radar-title') })).toBeVisible();
      expect(faults()).toEqual([]);
      await context.close();
    });
  });
}
