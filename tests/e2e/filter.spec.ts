import { expect, type Locator, type Page, test } from '@playwright/test';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { axeViolations } from './axe';
import { showTab } from './empathySteps';
import { idOf, type JourneyApp, type JourneySteps, notesOf, startJourney } from './journeySteps';

/** Notes that are shown by what they are, chosen by the mouse and by keys. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const notes = async (): Promise<readonly Note[]> => Object.values<Note>((await steps.doc()).notes);
const panel = (): Locator => page.getByTestId('filter-panel');
const bar = (): Locator => page.getByTestId('filter-bar');
const button = (): Locator => page.getByRole('button', { name: /^Filtrer/ });
const option = (name: RegExp): Locator => panel().getByRole('button', { name });

/** Ids of the notes that are drawn. */
const drawn = async (): Promise<readonly string[]> => (await steps.keys('note')).map(idOf).sort();
const idsWhere = async (meets: (note: Note) => boolean): Promise<readonly string[]> =>
  (await notes())
    .filter(meets)
    .map(({ id }) => id)
    .sort();

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
  // Something to ask for: proofs, tags and authors on some notes.
  await page.evaluate(() => {
    const { plug, session } = window.__board!;
    const all = plug.notes.all(session.store.getState().doc);
    const edits = all.map(({ id }, at) => ({
      id,
      fields: {
        evidence: ([null, 'verbatim', 'hypothesis', 'data'] as const)[at % 4]!,
        tags: at % 3 === 0 ? ['usure'] : [],
        author: at % 5 === 0 ? 'SM' : '',
      },
    }));
    plug.notes.set(session, edits);
  });
  start = await steps.doc();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('the mouse asks for proofs and tags: the board shows those notes, says how many, and all of them again', async () => {
  const all = await drawn();
  await button().click();
  await expect(panel()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await option(/^Verbatim/).click();
  const verbatim = await idsWhere(({ evidence }) => evidence === 'verbatim');
  expect(await drawn()).toEqual(verbatim);
  expect(verbatim.length).toBeLessThan(all.length);
  await option(/^Donnée/).click();
  await option(/^#usure/).click();
  const both = await idsWhere(
    ({ evidence, tags }) => (evidence === 'verbatim' || evidence === 'data') && tags.includes('usure'),
  );
  expect(await drawn()).toEqual(both);
  await expect(panel().getByRole('status')).toHaveText(`${both.length} notes sur ${(await notes()).length}`);
  await page.mouse.click(700, 500);
  await expect(panel()).toBeHidden();
  await expect(bar()).toContainText(`${both.length} notes sur`);
  await expect(button()).toContainText(`${both.length} sur ${(await notes()).length}`);
  expect(await axeViolations(page)).toEqual([]);
  await bar().getByRole('button', { name: 'Ne plus filtrer : #usure' }).click();
  expect(await drawn()).toEqual(await idsWhere(({ evidence }) => evidence === 'verbatim' || evidence === 'data'));
  await bar().getByRole('button', { name: 'Tout montrer' }).click();
  await expect(bar()).toBeHidden();
  expect(await drawn()).toEqual(all);
  expect(await steps.doc()).toEqual(start);
});

test('keys do the same; what is hidden is not chosen, not in the outline, and what is written stays', async () => {
  await page.getByTestId('board-canvas').focus();
  // Ids are random, so is their order; names are found by what they contain, in either case: the longest text is its own.
  const hypotheses = (await notes()).filter(({ evidence }) => evidence === 'hypothesis');
  const hidden = hypotheses.reduce((longest, note) => (note.text.length > longest.text.length ? note : longest)).id;
  await page.evaluate((id) => window.__board!.select([{ kind: 'note', id }]), hidden);
  await press('Control+Shift+f');
  await expect(panel()).toBeVisible();
  await panel().getByRole('switch', { name: 'Seulement ce qui est établi' }).press(' ');
  await press('Escape');
  await expect(panel()).toBeHidden();
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  expect(await steps.selection()).toEqual([]);
  const established = await idsWhere(({ evidence }) => evidence !== null && evidence !== 'hypothesis');
  expect(await drawn()).toEqual(established);

  await press('Control+l');
  const outline = page.getByRole('tree');
  const { text } = (await steps.doc()).notes[hidden] as Note;
  await expect(outline.getByRole('treeitem').first()).toBeVisible();
  await expect(outline.getByRole('treeitem', { name: text })).toHaveCount(0);
  await press('Control+l');

  await page.getByTestId('board-canvas').focus();
  const pain = notesOf(await steps.doc(), 'pain-points').find((key) => established.includes(idOf(key)))!;
  await page.evaluate((id) => window.__board!.select([{ kind: 'note', id }]), idOf(pain));
  await press('Insert');
  await page.keyboard.type('Écrite pendant le filtre');
  await press('Control+Enter');
  const [fresh] = await steps.selection();
  expect(await drawn()).toContain(idOf(fresh!));
  await steps.undo();
  expect(await steps.doc()).toEqual(start);
  await press('Escape', 'Control+Shift+f');
  await panel().getByRole('button', { name: 'Tout montrer' }).press('Enter');
  await press('Escape');
  expect(await drawn()).toHaveLength((await notes()).length);
});

test('a drop among filtered notes lands where it is shown', async () => {
  const pains = notesOf(start, 'pain-points');
  await page.getByTestId('board-canvas').focus();
  // Three in one cell; the middle one is hidden.
  await page.evaluate((id) => window.__board!.select([{ kind: 'note', id }]), idOf(pains[0]!));
  await press('Control+d', 'Control+d');
  const inCell = async () => {
    const doc = await steps.doc();
    const { stageId } = doc.notes[idOf(pains[0]!) as never] as Note;
    return notesOf(doc, 'pain-points').filter((key) => (doc.notes[idOf(key) as never] as Note).stageId === stageId);
  };
  const [a, b, c] = (await inCell()) as [string, string, string];
  await page.evaluate(([first, second, third]) => {
    const { plug, session } = window.__board!;
    plug.notes.set(session, [
      { id: first!, fields: { tags: ['vue'] } },
      { id: second!, fields: { tags: [] } },
      { id: third!, fields: { tags: ['vue'] } },
    ]);
  }, [a, b, c].map(idOf));
  await press('Escape', 'Control+Shift+f');
  await option(/^#vue/).click();
  await press('Escape', 'Shift+1');
  expect(await drawn()).toEqual([a, c].map(idOf).sort());
  await steps.drag(await steps.spot(c), await steps.spot(a, 0.5, 0.02));
  expect(await inCell()).toEqual([c, a, b]);
  await steps.drag(await steps.spot(c), await steps.spot(a, 0.5, 0.97));
  expect(await inCell()).toEqual([a, b, c]);
  await bar().getByRole('button', { name: 'Tout montrer' }).click();
});

test('an empathy map is filtered in the same way, and a tab that comes back shows what it showed', async () => {
  await showTab(page, 'Empathie');
  const all = await drawn();
  await press('Control+Shift+f');
  await option(/^Hypothèse/).click();
  await press('Escape');
  const few = await drawn();
  expect(few.length).toBeLessThan(all.length);
  await showTab(page, 'Parcours actuel');
  await expect(bar()).toBeHidden();
  await showTab(page, 'Empathie');
  await expect(bar()).toBeVisible();
  expect(await drawn()).toEqual(few);
});
