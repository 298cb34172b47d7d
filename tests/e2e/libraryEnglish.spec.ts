import { expect, test } from '@playwright/test';
import { axeViolations } from './axe';
import { board, startHome } from './homeSteps';

test('in English: personas are exported, deleted, brought back and erased, in a small window', async () => {
  const home = await startHome({ env: { LANG: 'en_GB.UTF-8' } }, { width: 1280, height: 720 });
  const { page } = home;
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(board(page)).toBeVisible();
  const tab = page.getByRole('tab', { name: 'Nadia', exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { level: 1 }).or(board(page)).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('navigation').getByRole('button', { name: 'Library', exact: true }).press('Enter');
  const cells = page.getByRole('gridcell');
  await expect(cells).toHaveCount(2);
  // Seen in its workshop, never opened from here.
  const lately = page.getByRole('checkbox', { name: /^Opened lately/ });
  await lately.check();
  await expect(cells).toHaveCount(1);
  await expect(cells.first()).toContainText('Nadia Benali');
  await lately.uncheck();
  await expect(page.getByRole('button', { name: 'Sort: Recent' })).toBeVisible();

  await page.getByRole('button', { name: 'Import and export' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Export the whole library…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export 2 personas' });
  await expect(dialog.getByRole('radio')).toHaveCount(4);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await cells.first().focus();
  await page.keyboard.press('Delete');
  await expect(cells).toHaveCount(1);
  await page.getByRole('button', { name: /^Trash/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Restore / }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Back to the library' }).first().press('Enter');
  await expect(cells).toHaveCount(2);

  await cells.last().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Erase for good…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: /for good/ });
  await expect(question).toContainText('Nothing can take this back.');
  await expect(question).toContainText('These workshops show it');
  expect(await axeViolations(page)).toEqual([]);
  await question.getByRole('button', { name: 'Erase for good' }).press('Enter');
  await expect(question).toBeHidden({ timeout: 120_000 });
  await expect(cells).toHaveCount(1);
  expect(home.problems).toEqual([]);
  await home.close();
});
