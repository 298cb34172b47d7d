import { expect, type Page, test } from '@playwright/test';
import type { EmpathyMapDoc, EmpathyNote } from '../../shared/boards/empathy-map/model';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import type { Entry, PersonaDoc } from '../../shared/boards/persona/model';
import { type EmpathyApp, inZone, showTab, startEmpathy } from './empathySteps';
import { createWorkshop, goHome } from './homeSteps';
import { idOf, type JourneySteps, notesOf, settled } from './journeySteps';

/** What is pasted on an empathy map and a persona, and from one kind of board and one workshop into another. */
test.describe.configure({ mode: 'serial' });

let home: EmpathyApp;
let page: Page;
let steps: JourneySteps;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const surface = () => page.getByTestId('board-canvas');
const note = async (key: string): Promise<EmpathyNote> => (await home.map()).notes[idOf(key) as never] as EmpathyNote;
const choose = (kind: string, id: string) =>
  page.evaluate(([one, other]) => window.__board!.select([{ kind: one!, id: other! }]), [kind, id] as const);

/** Pastes what another program would have put on the clipboard. */
async function paste(data: Readonly<Record<string, string>>): Promise<void> {
  await surface().focus();
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(given)) transfer.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, data);
}

test.beforeAll(async () => {
  home = await startEmpathy();
  ({ page, steps } = home);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('on an empathy map lines, cells and a page of the web become one note each, in the chosen zone', async () => {
  const start = await home.map();
  const given = [
    [{ 'text/plain': 'Un\nDeux\n\nTrois' }, ['Un', 'Deux', 'Trois']],
    [{ 'text/plain': 'a1\tb1\na2\tb2' }, ['a1', 'a2', 'b1', 'b2']],
    [
      {
        'text/html':
          '<script>window.__board=null</script><ul><li>Lit <b>tout</b></li><li onclick="x()">Compare</li></ul><img src="x" onerror="alert(1)">',
      },
      ['Lit tout', 'Compare'],
    ],
    [
      { 'text/plain': 'x', 'text/html': '<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td></td></tr></table>' },
      ['A', 'B', 'C'],
    ],
  ] as const;
  for (const [data, wanted] of given) {
    await choose('zone', 'see');
    await paste(data);
    const made = await steps.selection();
    const notes = await Promise.all(made.map(note));
    expect([...notes.map(({ text }) => text)].sort()).toEqual([...wanted].sort());
    // A further column of a table goes to the zone beside.
    const first = notes.find((one) => one.text === wanted[0]);
    expect(first).toMatchObject({ zone: 'see', place: null });
    expect(inZone(await home.map(), 'see').length).toBeGreaterThan(inZone(start, 'see').length);
    await press('Control+z');
    expect(await home.map()).toEqual(start);
  }
});

test('a note goes from an empathy map to a journey and onto a persona with its proof, by keys', async () => {
  const start = await home.map();
  const [key] = inZone(start, 'pain');
  const { text, evidence, source, author } = await note(key!);
  await choose('note', idOf(key!));
  await surface().focus();
  await press('Control+c');

  await showTab(page, 'Parcours actuel');
  const journey = await steps.doc();
  const [there] = notesOf(journey, 'pain-points');
  await choose('note', idOf(there!));
  await surface().focus();
  await press('Control+v');
  await expect.poll(steps.selection).not.toEqual([there]);
  const [pasted] = await steps.selection();
  expect((await steps.doc()).notes[idOf(pasted!) as never] as Note).toMatchObject({ text, evidence, source, author });
  await press('Control+z');
  expect(await steps.doc()).toEqual(journey);

  await showTab(page, 'Solène');
  const persona = (await steps.doc()) as unknown as PersonaDoc;
  await choose('block', 'barriers');
  await surface().focus();
  await press('Control+v');
  const entry = async () => {
    const { entries } = (await steps.doc()) as unknown as PersonaDoc;
    return Object.values<Entry>(entries).find((one) => one.text === text);
  };
  await expect.poll(entry).toMatchObject({ block: 'barriers', evidence });
  await press('Control+z');
  expect(await steps.doc()).toEqual(persona);
  await showTab(page, 'Empathie');
  expect(await home.map()).toEqual(start);
});

test('notes go into another workshop, by the palette and the mouse', async () => {
  const keys = inZone(await home.map(), 'gain').slice(0, 2);
  const texts = await Promise.all(keys.map(async (key) => (await note(key)).text));
  const [a, b] = await Promise.all(keys.map((key) => steps.spot(key)));
  await page.mouse.click(a!.x, a!.y);
  await page.keyboard.down('Shift');
  await page.mouse.click(b!.x, b!.y);
  await page.keyboard.up('Shift');
  const run = async (words: string) => {
    await page.getByRole('button', { name: /^Palette/ }).click();
    await page.getByRole('combobox').fill(words);
    await page.getByRole('option').first().click();
    await expect(page.getByRole('combobox')).toHaveCount(0);
    // The command itself is done in the next turn.
    await settled(page);
  };
  await run('Copier');
  await goHome(page);
  await createWorkshop(page, 'Ailleurs', 'Parcours complet');
  await page.waitForFunction(() => {
    const state = window.__board?.session.store.getState();
    return state?.editable && Object.keys((state.doc as JourneyMapDoc).notes).length === 0;
  });
  await run('Coller');
  await expect
    .poll(async () =>
      Object.values<Note>(((await steps.doc()) as JourneyMapDoc).notes)
        .map(({ text }) => text)
        .sort(),
    )
    .toEqual([...texts].sort());
  const made = Object.values<Note>((await steps.doc()).notes);
  // Nothing of what it was made from is known over there.
  for (const { id, links } of made) {
    expect(keys).not.toContain(`note:${id}`);
    expect(links).toEqual([]);
  }
});

test('an empathy map is pasted out as lines of text', async () => {
  await goHome(page);
  await page.getByRole('button', { name: 'Boutique Commerce', exact: true }).first().click();
  await showTab(page, 'Empathie');
  const doc = (await steps.doc()) as unknown as EmpathyMapDoc;
  const keys = inZone(doc, 'say');
  await page.evaluate((all) => window.__board!.select(all.map((id) => ({ kind: 'note', id }))), keys.map(idOf));
  await surface().focus();
  await press('Control+c');
  const copied = async () => (await home.app.evaluate(({ clipboard }) => clipboard.readText())).split('\n');
  await expect.poll(copied).toEqual(keys.map((key) => (doc.notes[idOf(key) as never] as EmpathyNote).text));
});
