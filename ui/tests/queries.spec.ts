// The editor of queries as a person uses it: forms of words, translations, versions, samples, named parts; in each language.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectNoBarriers } from './page';
import { shelf, TALES, type Shelf } from './shelf';
import { LANGUAGES, type Say } from './words';

const field = (page: Page, say: Say): Locator => page.getByLabel(say('topics-query'), { exact: true });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) });

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    const { brand, struck } = TALES[language];
    let here: Shelf;

    test.beforeAll(async ({ browser }) => {
      here = await shelf(browser, language);
    });

    test.afterAll(async () => {
      await here.context.close();
      await here.house.stop();
    });

    test.afterEach(() => expect(here.faults()).toEqual([]));

    test('somebody types a name, sees its forms, strikes one and brings it back', async () => {
      const { page, say, topic } = here;
      await page.goto(`/topics/${topic}/edit`);
      await field(page, say).fill(brand);
      const count = page.locator('.count strong');
      await expect(count).toContainText('24');
      await tab(page, say('topics-preview-words')).click();
      const form = page.getByRole('button', { name: new RegExp(`^${struck} `) });
      await expect(form).toHaveAttribute('aria-pressed', 'true');
      await expectNoBarriers(page);

      await form.focus();
      await expect(page.locator('[role=tooltip].note')).not.toBeEmpty();
      await page.keyboard.press('Space');
      await expect(field(page, say)).toHaveValue(`${brand}[-${struck.toLowerCase()}]`);
      await expect(page.getByRole('button', { name: struck, exact: true })).toHaveAttribute('aria-pressed', 'false');
      await expect(count).toContainText('18');

      await page.keyboard.press('Control+z');
      await expect(field(page, say)).toHaveValue(brand);
      await expect(count).toContainText('24');

      await page.getByLabel(say('topics-forms-capitals')).first().check();
      await expect(field(page, say)).toHaveValue(`${brand}[^]`);
      await page.getByLabel(say('topics-forms-own', { word: brand })).fill('lugozarek');
      await page.keyboard.press('Enter');
      await expect(field(page, say)).toHaveValue(`${brand}[+lugozarek ^]`);
    });

    test('each side of an OR and each NOT say what they do, and the place of a fault is marked', async () => {
      const { page, say, topic } = here;
      await page.goto(`/topics/${topic}/edit`);
      await field(page, say).fill(`(=${brand} OR =nobodywritesthis) -(2)`);
      await tab(page, say('topics-preview-branches')).click();
      await expect(page.getByText(say('topics-branch-nothing'))).toBeVisible();
      await page.getByRole('button', { name: 'nobodywritesthis' }).hover();
      await expect(page.locator('.under .m-lit').first()).toBeVisible();
      await tab(page, say('topics-preview-exclusions')).click();
      await expect(page.getByRole('tabpanel').getByRole('button')).toHaveCount(1);
      await expectNoBarriers(page);

      await field(page, say).fill(`${brand} NEAR/3 (`);
      await expect(page.locator('.under .m-error').first()).toBeAttached();
      await expect(page.getByText(say('query-error-bracket-not-closed')).first()).toBeVisible();
      await expectNoBarriers(page);
    });

    test('a query from Brandwatch is translated, and its notes stand at their places', async () => {
      const { page, say, topic } = here;
      await page.goto(`/topics/${topic}/edit`);
      await page.getByRole('button', { name: say('topics-dialect-open') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('topics-dialect-paste'), { exact: true }).fill('lugozar NEAR/3f (porridge OR groats)');
      await expect(dialog.getByRole('group', { name: say('topics-dialect-ours') })).toContainText('ONEAR/3');
      await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
      await expectNoBarriers(page);
      await dialog.getByRole('button', { name: say('topics-dialect-take') }).click();
      await expect(dialog).toHaveCount(0);
      await expect(field(page, say)).toHaveValue(/ONEAR\/3/);
      // What was there before is one undo away.
      await field(page, say).focus();
      await page.keyboard.press('Control+z');
      await expect(field(page, say)).toHaveValue('лугозар* OR lugozar*');
    });

    test('a named part is written, used by its name, and not deleted while it is used', async () => {
      const { page, say, topic } = here;
      await page.goto('/topics/parts');
      await expect(page.getByText(say('query-parts-empty'))).toBeVisible();
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('query-part-name'), { exact: true }).fill('crisis_words');
      await field(page, say).fill('bolt OR śruba OR болт');
      await expectNoBarriers(page);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { name: '$crisis_words' })).toBeVisible();
      await expectNoBarriers(page);

      await page.goto(`/topics/${topic}/edit`);
      await field(page, say).fill('(лугозар* OR lugozar*) ');
      await field(page, say).press('End');
      await page.keyboard.type('$cri');
      await expect(page.getByRole('option', { name: /crisis_words/ })).toBeVisible();
      await expectNoBarriers(page);
      await page.keyboard.press('Enter');
      await expect(field(page, say)).toHaveValue('(лугозар* OR lugozar*) $crisis_words');
      await expect(page.locator('.count strong')).toContainText('6');
      await page.getByLabel(say('topics-why'), { exact: true }).fill('Only the bolt');
      await page.keyboard.press('Enter');
      await expect(page.getByText(say('topics-saved'))).toBeVisible();

      await page.goto('/topics/parts');
      await page.getByRole('button', { name: say('query-part-delete') }).click();
      await expect(dialog.getByText(say('query-part-in-use', { n: 1 }))).toBeVisible();
      await expectNoBarriers(page);
    });

    test('the list of versions tells why, and shows what a change brought and lost', async () => {
      const { page, say, topic } = here;
      await page.goto(`/topics/${topic}/edit`);
      const versions = page.getByRole('region', { name: say('topics-versions') });
      await expect(versions.getByText('Only the bolt')).toBeVisible();
      await versions.getByRole('button', { name: say('topics-version-show') }).first().click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('tab', { name: new RegExp(`${say('topics-compare-loses')}.*18`) })).toHaveAttribute('aria-selected', 'true');
      await expect(dialog.getByRole('article').first()).toBeVisible();
      await expectNoBarriers(page);
      await page.keyboard.press('Escape');

      await versions.getByRole('button', { name: say('topics-version-take') }).first().click();
      await expect(field(page, say)).toHaveValue('лугозар* OR lugozar*');
      await page.getByRole('button', { name: say('topics-compare-open') }).click();
      await expect(dialog.getByRole('tab', { name: new RegExp(`${say('topics-compare-brings')}.*18`) })).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: say('topics-save') }).click();
      await expect(page.getByText(say('topics-saved'))).toBeVisible();
    });

    test('twenty random posts are marked by keys, and the estimate stays with the topic', async () => {
      const { page, say, topic } = here;
      await page.goto(`/topics/${topic}/edit`);
      await page.getByRole('button', { name: say('precision-begin') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText(say('precision-progress', { at: 1, n: 20 }))).toBeVisible();
      await expectNoBarriers(page);
      // As fast as the keys go: no mark waits for the one before it to be stored.
      for (let at = 1; at <= 20; at += 1) {
        await page.keyboard.press(at === 5 ? 'n' : at === 6 ? 's' : at % 2 ? 'y' : 'ArrowRight');
      }
      await expect(dialog.getByText(say('precision-counts', { right: '18', wrong: '1', skipped: '1' }))).toBeVisible();
      await expectNoBarriers(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('region', { name: say('precision-panel') })).toContainText('95');
      await page.goto(`/topics/${topic}`);
      await expect(page.locator('.precision')).toBeVisible();
      await expectNoBarriers(page);
    });

    test('somebody else saves the topic meanwhile, and neither text is replaced unseen', async () => {
      const { page, say, topic, context } = here;
      const theirs = 'lugozar* OR лугозар*';
      const address = `/api/v1/topics/${topic}`;
      await page.goto(`/topics/${topic}/edit`);
      await field(page, say).fill(`${brand} болт`);
      const put = async (query: string) => expect((await context.request.put(address, { data: { name: brand, kind: 'brand', query } })).ok()).toBe(true);
      await put(theirs);
      await expect(page.getByText(say('topics-theirs'))).toBeVisible();
      await expect(field(page, say)).toHaveValue(`${brand} болт`);
      await expectNoBarriers(page);
      await page.getByRole('button', { name: say('topics-theirs-take') }).click();
      await expect(field(page, say)).toHaveValue(theirs);
      await expect(page.getByText(say('topics-theirs'))).toHaveCount(0);

      // Nothing to lose: what others store is simply shown.
      await put(`${theirs} OR болт`);
      await expect(field(page, say)).toHaveValue(`${theirs} OR болт`);
    });
  });
}
