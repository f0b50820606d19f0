// What every page must keep: no barriers for people, no errors in the console, no words missing.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Runs axe on the page as it is, by WCAG 2.2 AA; a barrier is named with its place. */
export async function expectNoBarriers(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const told = found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  expect(told, page.url()).toEqual([]);
  await expectWords(page);
}

/** No machine key on the screen, and nothing wider than it. */
export async function expectWords(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text, page.url()).not.toMatch(/⟦|⟧|\{ ?\$/);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Listens for errors of the page: scripts that fail, and what the content security policy stops. */
export function watch(page: Page): () => string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // An answer that is not 200 is told by the page itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  return () => faults;
}
