import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/platform/desktop';
import { axeViolations } from './axe';
import { type JourneyApp, startJourney } from './journeySteps';

// Each test goes on from the presentation as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const stage = () => page.getByTestId('present');
const heading = (name: RegExp | string) => stage().getByRole('heading', { level: 2, name });
const said = () => stage().getByRole('status').first();
const picture = async (name: string) => {
  const dir = process.env.PERSONARIUM_SCREENS;
  if (!dir) return;
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${dir}/${name}-${width}.png`, animations: 'disabled' });
  }
};

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a key starts it: full screen and dark, with the whole map first', async () => {
  await page.keyboard.press('Shift+F5');
  await expect(stage()).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projectorDark');
  await expect
    .poll(() => home.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen()))
    .toBe(true);
  await expect(heading('Changer de chaussures de course')).toBeVisible();
  await expect(stage().getByRole('img', { name: 'Vue d’ensemble' })).toBeVisible();
  await expect(said()).toHaveText('Vue d’ensemble');
  await picture('present-overview-fr');
});

test('arrows, page keys and the space bar walk through the stages, each with what the room needs', async () => {
  await page.keyboard.press('ArrowRight');
  await expect(heading('Prise de conscience')).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  await expect(heading('Considération')).toBeVisible();
  await expect(said()).toHaveText(/Étape 3 sur 6\s: Considération/);
  await expect(stage()).toContainText(/«\sQuatorze modèles, zéro réponse\.\s»/);
  await expect(stage()).toContainText(/12\sjours/);
  await expect(stage().getByRole('listitem').filter({ hasText: 'Forum d’avis' })).toContainText(/52\s%/);
  await expect(stage()).toContainText('Des fiches techniques illisibles');
  await expect(stage()).toContainText('Trouver ma paire en quatre questions');
  await expect(stage().locator('[aria-current="step"]')).toHaveText('Considération');
  await picture('present-stage-fr');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageUp');
  await expect(heading('Prise de conscience')).toBeVisible();
  await page.keyboard.press('6');
  await expect(stage().getByRole('listitem').filter({ hasText: 'Tchat du SAV' })).toContainText(/57, indicatif/);
  await page.keyboard.press('5');
  await expect(heading('Achat')).toBeVisible();
  await page.keyboard.press('End');
  await expect(heading('Changer de chaussures de course')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(said()).toHaveText('Vue d’ensemble');
  await page.keyboard.press('Home');
  await page.keyboard.press('3');
  await expect(heading('Considération')).toBeVisible();
});

test('B blackens the screen, a step brings the next stage; L makes it light', async () => {
  await page.keyboard.press('b');
  await expect(page.getByTestId('present-black')).toBeVisible();
  await expect(said()).toHaveText('Écran noir');
  await page.keyboard.press('b');
  await expect(page.getByTestId('present-black')).toBeHidden();
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await picture('present-light-fr');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projectorDark');
});

test('C shows the map itself at the stage', async () => {
  await page.keyboard.press('c');
  await expect(stage().getByRole('img', { name: /Étape 3 sur 6/ })).toBeVisible();
  await picture('present-map-fr');
  await page.keyboard.press('c');
  await expect(stage().getByText(/Quatorze modèles/)).toBeVisible();
});

test('N gives the facilitator the notes, the next stage and the time; notes are written there', async () => {
  await page.keyboard.press('n');
  await expect(stage().getByRole('region', { name: 'Ensuite' })).toContainText('Intention d’achat');
  await expect(page.getByTestId('present-elapsed')).toHaveText(/^\d+:\d\d$/);
  const notes = stage().getByRole('textbox', { name: 'Notes de l’étape, pour vous seul' });
  await expect(notes).toHaveValue(/Elle compare pour de bon/);
  await picture('present-notes-fr');
  expect(await axeViolations(page)).toEqual([]);
  await notes.fill('Demander qui a déjà renoncé.');
  // Keys write in a text; Escape only leaves it.
  await notes.press('ArrowRight');
  await notes.press('Escape');
  await expect(stage()).toBeFocused();
  await expect(stage().getByRole('region', { name: 'À l’écran' })).toContainText('Considération');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(notes).toHaveValue('Demander qui a déjà renoncé.');
});

test('the mouse does it all too: buttons, and a click on the slide', async () => {
  await stage().getByRole('button', { name: 'Suivant', exact: true }).click();
  await expect(said()).toHaveText(/Étape 4 sur 6/);
  await stage().getByRole('button', { name: 'Vue de l’animateur' }).click();
  await heading('Intention d’achat').click();
  await expect(said()).toHaveText(/Étape 5 sur 6/);
  await page.mouse.move(720, 30);
  await stage().getByRole('button', { name: 'Précédent', exact: true }).click();
  await expect(said()).toHaveText(/Étape 4 sur 6/);
});

test('R opens a window for the room: it follows, takes keys, is answered by no channel, and ends cleanly from either side', async () => {
  const opens = home.app.waitForEvent('window');
  await page.keyboard.press('r');
  const room = await opens;
  const seen = (name: string) => room.getByRole('heading', { level: 2, name });
  await expect(seen('Intention d’achat')).toBeVisible({ timeout: 60_000 });
  // The facilitator sees the notes meanwhile; the room does not.
  await expect(stage().getByRole('textbox', { name: /Notes de l’étape/ })).toBeVisible();
  await expect(room.getByRole('textbox')).toHaveCount(0);
  expect(room.url()).toBe('app://board/#room');
  expect(await room.evaluate(() => typeof window.desktop)).toBe('undefined');
  const strict = await home.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .filter((contents) => contents.getURL().endsWith('#room'))
      .map((contents) => {
        const given = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity } = given.getLastWebPreferences();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity };
      }),
  );
  expect(strict).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }]);
  await page.keyboard.press('ArrowLeft');
  await expect(seen('Considération')).toBeVisible();
  if (process.env.PERSONARIUM_SCREENS) await room.screenshot({ path: `${process.env.PERSONARIUM_SCREENS}/room.png` });
  await room.keyboard.press('PageDown');
  await expect(seen('Intention d’achat')).toBeVisible();
  await expect(said()).toHaveText(/Étape 4 sur 6/);
  await page.keyboard.press('b');
  await expect(room.getByTestId('present-black')).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('l');
  await expect(room.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('l');
  // With one display alone its window can fill that, too.
  const fills = () => room.evaluate(() => document.fullscreenElement !== null);
  await room.keyboard.press('F11');
  await expect.poll(fills).toBe(true);
  await room.keyboard.press('F11');
  await expect.poll(fills).toBe(false);
  // Closed from here, then opened again and closed as a window is.
  const isOpen = stage().getByRole('button', { name: 'Écran de la salle' });
  await expect(isOpen).toHaveAttribute('aria-pressed', 'true');
  const closed = room.waitForEvent('close');
  await page.keyboard.press('r');
  await closed;
  await expect(isOpen).toHaveAttribute('aria-pressed', 'false');
  const again = home.app.waitForEvent('window');
  await page.keyboard.press('r');
  const second = await again;
  await expect(second.getByRole('heading', { level: 2, name: 'Intention d’achat' })).toBeVisible({ timeout: 60_000 });
  await home.app.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows()) if (one.webContents.getURL().endsWith('#room')) one.close();
  });
  await expect(isOpen).toHaveAttribute('aria-pressed', 'false');
  await expect(said()).toHaveText(/Étape 4 sur 6/);
  // Ending the presentation takes the room's window along.
  const third = home.app.waitForEvent('window');
  await page.keyboard.press('r');
  const last = await third;
  const gone = last.waitForEvent('close');
  await expect(last.getByTestId('room')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await gone;
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await page.keyboard.press('Shift+F5');
  await expect(stage()).toBeFocused();
});

test('Escape ends it, and everything is as before', async () => {
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect
    .poll(() => home.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen()))
    .toBe(false);
  const doc = await home.steps.doc();
  expect(Object.values(doc.stages).map(({ help }) => help)).toContain('Demander qui a déjà renoncé.');
});

test('a persona is presented block by block, an empathy map zone by zone, with the same keys', async () => {
  await page.getByRole('tab', { name: 'Solène', exact: true }).click();
  await page.waitForFunction(() => window.__board?.session.store.getState().doc.kind === ('persona' as string));
  await page.keyboard.press('Shift+F5');
  await expect(heading('Solène Marchand')).toBeVisible();
  await expect(stage().getByRole('img', { name: 'Vue d’ensemble' })).toBeVisible();
  await picture('present-persona-overview-fr');
  await page.keyboard.press('ArrowRight');
  await expect(said()).toHaveText(/^1 sur \d+\s: /);
  const items = stage().getByRole('listitem');
  expect(await items.count()).toBeGreaterThan(0);
  await picture('present-persona-fr');
  await page.keyboard.press('ArrowRight');
  await picture('present-persona-2-fr');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('c');
  await expect(stage().getByRole('img', { name: /^2 sur \d+/ })).toBeVisible();
  await picture('present-persona-at-block-fr');
  await page.keyboard.press('n');
  await expect(stage().getByRole('textbox', { name: 'À demander, pour vous seul' })).toBeVisible();
  await picture('present-persona-desk-fr');
  await page.keyboard.press('Escape');
  await expect(stage()).toHaveCount(0);

  await page.getByRole('tab', { name: 'Empathie', exact: true }).click();
  await page.waitForFunction(() => window.__board?.session.store.getState().doc.kind === ('empathy-map' as string));
  await page.keyboard.press('Shift+F5');
  await page.keyboard.press('4');
  await expect(said()).toHaveText(/^4 sur 10\s: /);
  await picture('present-empathy-fr');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('n');
  await expect(stage().getByRole('region', { name: 'À demander, pour vous seul' }).getByRole('listitem')).toHaveCount(
    3,
  );
  await page.keyboard.press('Escape');
  await expect(stage()).toHaveCount(0);
});
