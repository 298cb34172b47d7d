import { expect, type Page, test } from '@playwright/test';
import type { Block, Entry, PersonaDoc } from '../../shared/boards/persona/model';
import { axeViolations } from './axe';
import { type JourneyApp, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const persona = async (): Promise<PersonaDoc> => (await home.steps.doc()) as unknown as PersonaDoc;
const inOrder = <T extends { readonly order: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => (a.order < b.order ? -1 : 1));
const entriesIn = async (block: string): Promise<readonly Entry[]> =>
  inOrder(Object.values<Entry>((await persona()).entries).filter((entry) => entry.block === block));

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
  await page.getByRole('button', { name: 'Modifier Solène, 36 ans' }).click();
  await expect(page.getByRole('tab', { name: 'Solène' })).toHaveAttribute('aria-selected', 'true');
  await page.waitForFunction(() => {
    const board = window.__board?.session.store.getState();
    return board?.editable && board.doc.kind === ('persona' as string);
  });
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('an entry is dragged to another block, and taken back', async () => {
  const { spot, drag, undo } = home.steps;
  const [entry] = await entriesIn('motivations');
  const before = await entriesIn('barriers');
  await drag(await spot(`entry:${entry?.id}`), await spot(`entry:${before[1]?.id}`, 0.5, 0.1));
  expect((await entriesIn('barriers')).map(({ id }) => id)[1]).toBe(entry?.id);
  await undo();
  expect((await entriesIn('motivations'))[0]?.id).toBe(entry?.id);
});

test('a block is dragged by its title before another one', async () => {
  const { spot, drag, undo } = home.steps;
  const order = async () => inOrder(Object.values<Block>((await persona()).blocks)).map(({ id }) => id as string);
  await drag(await spot('block-title:barriers', 0.3), await spot('block:motivations', 0.5, 0.2));
  const after = await order();
  expect(after.indexOf('barriers')).toBe(after.indexOf('motivations') - 1);
  await undo();
  const again = await order();
  expect(again.indexOf('barriers')).toBeGreaterThan(again.indexOf('motivations'));
});

test('what is to verify is told with what it is about, and folded where it is much', async () => {
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  if (!(await inspector.isVisible())) await page.keyboard.press('Control+i');
  await page.keyboard.press('Escape');
  await expect(inspector).toContainText('37 lignes sur 39 sourcées');
  const open = inspector.getByRole('region', { name: 'À vérifier' });
  await expect(open).toContainText('« Revenus : 2 650 € nets par mois »');
  const whole = open.getByRole('button', { name: /^Tout montrer/ });
  await expect(whole).toHaveCount(0);
  for (const { id } of await entriesIn('motivations')) {
    const at = await home.steps.spot(`entry:${id}`);
    await page.mouse.click(at.x, at.y);
    await page.getByTestId('edit-bar').getByRole('button', { name: 'Hypothèse' }).click();
  }
  await expect(open.getByRole('listitem')).toHaveCount(3);
  await whole.click();
  await expect(open.getByRole('listitem')).toHaveCount(5);
  await open.getByRole('button', { name: 'Finir un semi en 2027' }).click();
  await expect(open).toContainText('« Finir un semi en 2027 » n’a pas encore de source.');
  await home.steps.undo(4);
  await expect(open.getByRole('listitem')).toHaveCount(1);
});

test('a double click on a block adds an entry; its proof is given in the bar', async () => {
  const at = await home.steps.spot('block:barriers', 0.98, 0.03);
  await page.mouse.dblclick(at.x, at.y);
  await page.keyboard.type('Le monde le samedi');
  await page.keyboard.press('Control+Enter');
  await page.mouse.click(at.x, at.y);
  const added = (await entriesIn('barriers')).at(-1);
  expect(added?.text).toBe('Le monde le samedi');
  const spot = await home.steps.spot(`entry:${added?.id}`);
  await page.mouse.click(spot.x, spot.y);
  await page.getByTestId('edit-bar').getByRole('button', { name: 'Observé' }).click();
  expect((await entriesIn('barriers')).at(-1)?.evidence).toBe('observation');
});

test('a photo is chosen, framed and stored anew; taking it off brings the drawn portrait back', async () => {
  const at = await home.steps.spot('portrait:portrait');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Choisir une photo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Photo' });
  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 300);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#2E7B86';
    context.fillRect(0, 0, 600, 300);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return [...bytes];
  });
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'visage.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
  await dialog.getByRole('button', { name: /^Cadrage/ }).press('ArrowRight');
  await dialog.getByLabel('Ce que montre la photo').fill('Une femme sourit');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Prendre cette photo' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await persona()).info.photo).toMatchObject({ alt: 'Une femme sourit' });
  const { photo, portrait } = (await persona()).info;
  expect((photo?.width ?? 0) / (photo?.height ?? 1)).toBeCloseTo(306 / 400, 1);
  expect(portrait).not.toBeNull();
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Retirer la photo' }).click();
  await expect.poll(async () => (await persona()).info.photo).toBeNull();
});

test('a photo that is gone is told: on the page, which shows the portrait of before, and before printing', async () => {
  await page.evaluate(() => {
    const photo = { asset: 'c'.repeat(64), width: 300, height: 400, alt: 'Une femme sourit' };
    const setPhoto = (draft: unknown) => {
      Object.assign((draft as { info: object }).info, { photo });
    };
    window.__board!.session.run<null>(setPhoto as never, null);
  });
  const at = await home.steps.spot('portrait:portrait');
  await page.mouse.click(at.x, at.y);
  await expect(page.getByRole('status').filter({ hasText: 'Image introuvable' })).toContainText('portrait dessiné');
  const isDrawn = () =>
    page.evaluate(() => {
      const { items } = window.__board!.now().scene;
      return !JSON.stringify(items).includes('"type":"image"');
    });
  await expect.poll(isDrawn).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+e');
  await expect(page.getByText('1 image introuvable')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await home.steps.undo();
  expect((await persona()).info.photo).toBeNull();
});

test('personas are compared side by side, what differs is told in words', async () => {
  await page.getByRole('tab', { name: 'Nadia' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Comparer des personas' }).click();
  const dialog = page.getByRole('dialog', { name: 'Personas côte à côte' });
  await expect(dialog.getByRole('columnheader', { name: /Nadia Benali/ })).toBeVisible();
  await expect(dialog.getByRole('rowheader', { name: /^Profession/ })).toContainText('diffère');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a persona is duplicated and taken off the workshop again', async () => {
  await page.getByRole('tab', { name: 'Nadia' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Dupliquer' }).click();
  const copy = page.getByRole('tab', { name: 'Nadia Benali (copie)' });
  await expect(copy).toHaveAttribute('aria-selected', 'true');
  await copy.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Retirer de l’atelier' }).click();
  await expect(copy).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Nadia', exact: true })).toBeVisible();
});
