import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import {
  idOf,
  type JourneyApp,
  type JourneySteps,
  journeySteps,
  laneOf,
  notesOf,
  settled,
  startJourney,
} from './journeySteps';

/** Notes that are copied, cut and pasted, here and between boards, and what comes from other programs. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;
let pains: readonly string[];

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const note = async (key: string) => (await steps.doc()).notes[idOf(key) as never] as Note;
const texts = async (keys: readonly string[]) => Promise.all(keys.map(async (key) => (await note(key)).text));
const toast = () => page.getByRole('status').filter({ hasText: /./ }).last();

async function click(key: string, shift = false): Promise<void> {
  const { x, y } = await steps.spot(key);
  if (shift) await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  if (shift) await page.keyboard.up('Shift');
}

/** Pastes what another program would have put on the clipboard. */
async function paste(data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(given)) transfer.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, data);
}

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
  start = await steps.doc();
  pains = notesOf(start, 'pain-points');
});

test.afterEach(async () => {
  await page.getByTestId('board-canvas').focus();
  for (let left = 60; left > 0; left--) {
    if (JSON.stringify(await steps.doc()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await steps.doc()).toEqual(start);
  await press('Escape', 'Shift+1');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('notes are copied and pasted by keys, in one step of undo', async () => {
  await click(pains[0]!);
  await click(pains[1]!, true);
  await press('Control+c');
  await expect(page.getByText('2 éléments copiés')).toBeVisible();
  await click(pains[3]!);
  await press('Control+v');
  await expect(page.getByText('2 notes collées')).toBeVisible();
  const pasted = await steps.selection();
  expect(pasted).toHaveLength(2);
  expect(await texts(pasted)).toEqual(await texts(pains.slice(0, 2)));
  // Notes of two cells land in two cells.
  expect((await note(pasted[0]!)).stageId).toBe((await note(pains[3]!)).stageId);
  expect((await note(pasted[1]!)).stageId).toBe((await note(pains[4]!)).stageId);
  const { text, color, evidence, source, severity } = await note(pains[0]!);
  expect(await note(pasted[0]!)).toMatchObject({ text, color, evidence, source, severity, votes: 0 });
  await steps.undo();
  expect(await steps.doc()).toEqual(start);
});

test('notes are cut, and pasted on another board', async () => {
  const before = await texts([pains[0]!]);
  await click(pains[0]!);
  await press('Control+x');
  await expect.poll(async () => notesOf(await steps.doc(), 'pain-points')).not.toContain(pains[0]);
  await page.getByRole('tab', { name: 'Parcours cible' }).click();
  await page.waitForFunction(
    () => (window.__board!.session.store.getState().doc as JourneyMapDoc).info.state === 'target',
  );
  await page.getByTestId('board-canvas').focus();
  await press('Control+v');
  await expect.poll(steps.selection).toHaveLength(1);
  const [pasted] = await steps.selection();
  expect([(await note(pasted!)).text]).toEqual(before);
  await steps.undo();
  await page.getByRole('tab', { name: 'Parcours actuel' }).click();
  await page.waitForFunction(
    () => (window.__board!.session.store.getState().doc as JourneyMapDoc).info.state === 'current',
  );
  steps = journeySteps(page);
});

test('the palette copies and pastes as well', async () => {
  await click(pains[0]!);
  for (const words of ['copier', 'coller']) {
    await press('Control+k');
    await page.getByRole('combobox').fill(words);
    await press('Enter');
    await expect(page.getByRole('combobox')).toBeHidden();
    // The command itself is done in the next turn.
    await settled(page);
  }
  await expect.poll(async () => notesOf(await steps.doc(), 'pain-points').length).toBe(pains.length + 1);
});

test('other programs get lines or cells of text', async () => {
  const read = () =>
    page.evaluate(() => {
      const transfer = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true }));
      return { text: transfer.getData('text/plain'), html: transfer.getData('text/html') };
    });
  await click(pains[0]!);
  expect((await read()).text).toBe((await note(pains[0]!)).text);
  await click(pains[1]!, true);
  const copied = await read();
  expect(copied.text).toBe((await texts(pains.slice(0, 2))).join('\t'));
  expect(copied.html).toContain('<table>');
});

test('lines of text become notes, in order, where the selection is', async () => {
  await click(pains[1]!);
  await paste({ 'text/plain': 'Un\r\n\r\nDeux\nTrois\n' });
  const pasted = await steps.selection();
  expect(await texts(pasted)).toEqual(['Un', 'Deux', 'Trois']);
  const own = await Promise.all(pasted.map(note));
  expect(new Set(own.map(({ stageId }) => stageId))).toEqual(new Set([(await note(pains[1]!)).stageId]));
  expect(own[0]!.order < own[1]!.order && own[1]!.order < own[2]!.order).toBe(true);
  await steps.undo();
  expect(await steps.doc()).toEqual(start);
});

test('columns of a spreadsheet become cells side by side', async () => {
  const lane = laneOf(start, 'opportunities');
  const stage = (await note(pains[0]!)).stageId;
  await click(`cell:${lane.id}/${stage}/`);
  await press('Escape');
  await page.evaluate((id) => window.__board?.select([{ kind: 'cell', id }]), `${lane.id}/${stage}/`);
  await paste({ 'text/plain': 'a1\tb1\n"a2\nsuite"\tb2\n' });
  const pasted = await steps.selection();
  expect(await texts(pasted)).toEqual(['a1', 'a2\nsuite', 'b1', 'b2']);
  const stages = await Promise.all(pasted.map(async (key) => (await note(key)).stageId));
  expect(stages[0]).toBe(stage);
  expect(stages[1]).toBe(stage);
  expect(stages[2]).not.toBe(stage);
  expect(stages[3]).toBe(stages[2]);
});

test('HTML is read as text: no markup, no script', async () => {
  await click(pains[0]!);
  await paste({
    'text/html':
      '<script>window.__board=null</script><p onclick="x()">Dit <b>gras</b></p><img src="x" onerror="alert(1)"><p>&lt;i&gt;</p>',
  });
  expect(await texts(await steps.selection())).toEqual(['Dit gras', '<i>']);
  await paste({ 'text/plain': 'a b', 'text/html': '<table><tr><td>a</td><td>b</td></tr></table>' });
  expect(await texts(await steps.selection())).toEqual(['a', 'b']);
});

test('an empty, a damaged and a huge clipboard are refused with a word', async () => {
  await click(pains[0]!);
  await paste({});
  await expect(page.getByText('Le presse-papiers ne contient ni texte ni image')).toBeVisible();
  await paste({ 'application/x-personarium-notes': '{"app":"personarium","version":1,"notes":[{"html":"<b>"}]}' });
  await expect(page.getByText('Le presse-papiers ne contient ni texte ni image')).toBeVisible();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'x'.repeat(10_000_000));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('Le presse-papiers est trop grand')).toBeVisible();
  await paste({ 'text/plain': 'x\n'.repeat(2_001) });
  await expect(page.getByText(/2\s001 notes d’un coup/)).toBeVisible();
  await paste({ 'text/plain': 'x'.repeat(20_001) });
  await expect(page.getByText('Un texte dépasse 20 000 caractères')).toBeVisible();
  expect(await steps.doc()).toEqual(start);
});

test('a text that is being written has its own clipboard', async () => {
  await click(pains[0]!);
  await press('F2', 'End');
  await page.keyboard.insertText(' suite');
  await press('Control+a', 'Control+c', 'End', 'Control+v', 'Escape');
  expect(await steps.doc()).toEqual(start);
  await expect(toast()).toBeAttached();
});
