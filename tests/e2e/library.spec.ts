import { expect, type Page, test } from '@playwright/test';
import type { NewId } from '../../shared/base/ids';
import { PORTRAITS } from '../../shared/boards/persona/portraits';
import { personaNamed, SAMPLE_PERSONAS } from '../../shared/sample/samplePersonas';
import { decodePng } from '../support/pngImage';
import { axeViolations } from './axe';
import { board, goHome, type HomeApp, startHome } from './homeSteps';

/** One app for all of it, each test in the state the one before left. */
test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;

const cells = () => page.getByRole('gridcell');
const cell = (name: string) => cells().filter({ hasText: name });
const library = () => page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Bibliothèque' });

/** Puts the invented people of a first library into the store, as an import does. */
async function fillLibrary(): Promise<void> {
  let made = 0;
  const newId = (() => {
    made += 1;
    return `e2e-${made}`;
  }) as NewId;
  const docs = SAMPLE_PERSONAS.map((name) => [`e2e-persona-${name}`, personaNamed(name, 'fr', newId)] as const);
  const stored = await page.evaluate(async (all) => {
    const store = (
      window as unknown as { __personarium: { addDoc: (id: string, doc: unknown) => Promise<{ ok: boolean }> } }
    ).__personarium;
    const answers = [];
    for (const [id, doc] of all) answers.push(await store.addDoc(id, doc));
    return answers.every(({ ok }) => ok);
  }, docs);
  expect(stored).toBe(true);
}

test.beforeAll(async () => {
  home = await startHome();
  page = home.page;
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
  await fillLibrary();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('the library shows every persona with what its card says', async () => {
  await library().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bibliothèque' })).toBeVisible();
  const count = SAMPLE_PERSONAS.length + 2;
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
  await expect(cell('Solène Marchand').first()).toContainText('carte');
  await expect(
    cell('Solène Marchand')
      .first()
      .getByRole('img', { name: /^Preuves/ }),
  ).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test('cards have their portraits painted, and another persona in a place has its own', async () => {
  const ground = async (name: string) => {
    const picture = cell(name).first().locator('[data-part="picture"]');
    const { width, height, channels, pixels } = decodePng(await picture.screenshot());
    const at = ((height - 6) * width + 6) * channels;
    return `#${Buffer.from(pixels.subarray(at, at + 3))
      .toString('hex')
      .toUpperCase()}`;
  };
  await expect.poll(() => ground('Solène Marchand')).toBe(PORTRAITS.pony.background);
  const field = page.getByRole('searchbox', { name: 'Chercher dans les personas' });
  await field.fill('karim');
  await expect(cells().first()).toContainText('Karim');
  await expect.poll(() => ground('Karim')).toBe(PORTRAITS.crop.background);
  await field.fill('');
  await expect(cell('Solène Marchand').first()).toBeVisible();
});

test('facets narrow it, their chips widen it again, and nothing found says why', async () => {
  await page.getByRole('checkbox', { name: /Sans carte/ }).check();
  await expect(page.getByText(`${SAMPLE_PERSONAS.length} personas sur ${SAMPLE_PERSONAS.length + 2}`)).toBeVisible();
  await page.getByRole('button', { name: 'Retirer le filtre Sans carte' }).click();
  await expect(page.getByRole('checkbox', { name: /Sans carte/ })).not.toBeChecked();
  const role = page.getByRole('group', { name: 'Rôle' });
  await role.getByRole('checkbox', { name: /^Usager/ }).check();
  await expect(cells()).toHaveCount(1);
  await expect(cells().first()).toContainText('Odile Perrin');
  await role.getByRole('checkbox', { name: /^Usager/ }).uncheck();
  await expect(page.getByRole('group', { name: 'Type' }).getByRole('checkbox', { name: /^Principal/ })).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'Profession' }).getByRole('checkbox', { name: /^Chef de chantier/ }),
  ).toBeVisible();
});

test('the search finds names and notes whatever their accents, and marks what it found', async () => {
  const field = page.getByRole('searchbox', { name: /Chercher dans les personas/ });
  await field.fill('solene');
  await expect(cells().first()).toContainText('Solène');
  await expect(cells().first().locator('mark').first()).toHaveText('Solène');
  await field.fill('marchnad');
  await expect(cells().first()).toContainText('Marchand');
  await field.fill('zzzzqqq');
  await expect(page.getByRole('heading', { name: 'Aucun persona ne correspond' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Tout effacer' }).click();
  await expect(field).toHaveValue('');
  await expect(cells().first()).toBeVisible();
});

test('boards found by the search are shown three at first, and all of them on demand', async () => {
  const field = page.getByRole('searchbox', { name: /Chercher dans les personas/ });
  await field.fill('de');
  const boards = page.locator('section').filter({ has: page.getByRole('heading', { name: /parlent de/ }) });
  await expect(boards.getByRole('listitem')).toHaveCount(3);
  await boards.getByRole('button', { name: 'Montrer les 4 cartes' }).press('Enter');
  await expect(boards.getByRole('listitem')).toHaveCount(4);
  await field.fill('');
  await expect(boards).toHaveCount(0);
});

test('what is searched comes best first, in the order of the library, or in another one', async () => {
  const field = page.getByRole('searchbox', { name: /Chercher dans les personas/ });
  const order = () => page.getByRole('button', { name: /^Trier/ });
  const names = () => cells().getByRole('heading').allTextContents();
  await expect(order()).toHaveAccessibleName('Trier\u00A0: Récents');
  await field.fill('entretiens');
  await expect(order()).toHaveAccessibleName('Trier\u00A0: Pertinence');
  await order().click();
  await page.getByRole('menuitem', { name: 'Nom', exact: true }).click();
  await expect(order()).toHaveAccessibleName('Trier\u00A0: Nom');
  const byName = new Intl.Collator('fr', { sensitivity: 'base', numeric: true }).compare;
  await expect.poll(async () => (await names()).length).toBeGreaterThan(2);
  await expect.poll(async () => [...(await names())].sort(byName).join() === (await names()).join()).toBe(true);
  await field.fill('');
  await expect(order()).toHaveAccessibleName('Trier\u00A0: Récents');
});

test('hits far down say why they were found, once they are scrolled to', async () => {
  const persona = personaNamed('runner', 'fr', (() => 'unused') as NewId);
  const doc = { ...persona, info: { ...persona.info, responsibility: 'Phare des achats' } };
  const ids = Array.from({ length: 50 }, (_, at) => `e2e-far-${at}`);
  const run = (name: 'addDoc' | 'trash', all: readonly string[]) =>
    page.evaluate(
      async ({ name, all, doc }) => {
        const store = (
          window as unknown as {
            __personarium: {
              addDoc: (id: string, doc: unknown) => Promise<unknown>;
              trashPersonas: (ids: readonly string[]) => Promise<unknown>;
            };
          }
        ).__personarium;
        if (name === 'trash') await store.trashPersonas(all);
        else for (const id of all) await store.addDoc(id, doc);
      },
      { name, all, doc },
    );
  await run('addDoc', ids);
  const field = page.getByRole('searchbox', { name: /Chercher dans les personas/ });
  await field.fill('phare');
  await expect(page.getByText(/^50 personas sur/)).toBeVisible();
  await expect(cells().first()).toContainText('Trouvé\u00A0: Phare des achats');
  await page.locator('[data-library-scroll]').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(cells().last()).toContainText('Trouvé\u00A0: Phare des achats');
  await expect(cells().last().locator('mark')).toHaveText('Phare');
  await field.fill('');
  await run('trash', ids);
  await expect(page.getByText(`${SAMPLE_PERSONAS.length + 2} personas`, { exact: true })).toBeVisible();
});

test('a name of spaces alone is none', async () => {
  const persona = personaNamed('runner', 'fr', (() => 'unused') as NewId);
  await page.evaluate(
    (doc) =>
      (
        window as unknown as { __personarium: { addDoc: (id: string, doc: unknown) => Promise<unknown> } }
      ).__personarium.addDoc('e2e-blank', doc),
    { ...persona, info: { ...persona.info, name: '   ' } },
  );
  await expect(cell('Persona sans nom').getByRole('heading')).toHaveText('Persona sans nom');
  await page.evaluate(() =>
    (
      window as unknown as { __personarium: { trashPersonas: (ids: readonly string[]) => Promise<unknown> } }
    ).__personarium.trashPersonas(['e2e-blank']),
  );
  await expect(page.getByText(`${SAMPLE_PERSONAS.length + 2} personas`, { exact: true })).toBeVisible();
});

test('any personas of the library are compared side by side, from the bar, the menu and the palette', async () => {
  await cell('Odile Perrin').first().focus();
  await page.keyboard.press('Space');
  await cell('Karim Haddad').first().focus();
  const bar = page.getByRole('toolbar', { name: 'Personas choisis' });
  await expect(bar.getByRole('button', { name: 'Comparer' })).toHaveCount(0);
  await page.keyboard.press('Space');
  await bar.getByRole('button', { name: 'Comparer' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Personas côte à côte' });
  await expect(dialog.getByRole('columnheader', { name: /Odile Perrin/ })).toBeVisible();
  await expect(dialog.getByRole('columnheader', { name: /Karim Haddad/ })).toBeVisible();
  const quote = dialog.getByRole('row', { name: /^Citation/ });
  await expect(quote.getByText('«\u00A0Montrez-moi le coût sur cinq ans.\u00A0»')).toHaveCSS('font-style', 'italic');
  await expect(dialog.getByRole('row', { name: /^Étiquettes/ })).toContainText('Décideur');
  await expect(
    dialog
      .getByRole('row', { name: /^Besoins/ })
      .getByRole('img')
      .first(),
  ).toHaveAccessibleName(/\w/);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await cell('Karim Haddad').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Comparer' }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Comparer des personas');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('columnheader', { name: /Odile Perrin/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Ne rien choisir' }).click();
  await expect(bar).toHaveCount(0);
});

test('keys alone: arrows move, Space selects, tags are added to all, and undone', async () => {
  await cells().first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(2);
  const bar = page.getByRole('toolbar', { name: 'Personas choisis' });
  await expect(bar).toContainText('2 choisis');
  await bar.getByRole('button', { name: 'Étiquettes…' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Ajouter des étiquettes').fill('Pilote, pilote, PILOTE');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: /^Pilote/ })).toHaveCount(1);
  await bar.getByRole('button', { name: 'Étiquettes…' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Retirer pilote$/i })).toHaveCount(1);
  const many = Array.from({ length: 20 }, (_, at) => `n${at}`).join();
  await page.getByRole('dialog').getByLabel('Ajouter des étiquettes').fill(many);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').getByText('2 personas ont déjà 20 étiquettes')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('checkbox', { name: /^Pilote/ })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Ne rien choisir' }).click();
});

test('what is done with the chosen leaves alone those that the search hides', async () => {
  const count = SAMPLE_PERSONAS.length + 2;
  const field = page.getByRole('searchbox', { name: 'Chercher dans les personas' });
  const bar = page.getByRole('toolbar', { name: 'Personas choisis' });
  await cells().first().focus();
  await page.keyboard.press('Control+a');
  await field.fill('karim');
  await expect(cells()).toHaveCount(1);
  await expect(bar).toContainText(`1 choisi, ${count - 1} autres masqués par la recherche`);
  await cells().first().focus();
  await page.keyboard.press('Delete');
  await expect(cells()).toHaveCount(0);
  await expect(bar).toContainText(`${count - 1} choisis, tous masqués par la recherche`);
  await expect(bar.getByRole('button', { name: 'Supprimer' })).toBeDisabled();
  await expect(page.getByRole('main').getByRole('button', { name: 'Tout effacer' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cells()).toHaveCount(1);
  await expect(field).toHaveValue('karim');
  await cells().first().focus();
  await page.keyboard.press('Delete');
  await expect(cells()).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${count - 1} personas`, { exact: true })).toBeVisible();
  await expect(bar).toContainText(`${count - 1} choisis`);
  await bar.getByRole('button', { name: 'Ne rien choisir' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
});

test('a persona is archived out of sight, deleted and brought back', async () => {
  const id = await cells().first().getAttribute('data-persona');
  const chosen = page.locator(`[data-persona="${id}"]`);
  const name = (await chosen.getByRole('heading').textContent()) ?? '';
  const count = SAMPLE_PERSONAS.length + 2;
  // What was edited last comes first, and the edits before may still be arriving; two people of the sample have the same name.
  await chosen.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Archiver', exact: true }).click();
  await expect(page.getByText(`${count - 1} personas`, { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /Archivés/ }).check();
  await expect(cells()).toHaveCount(1);
  await expect(cells().first()).toContainText(name);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Retirer le filtre Archivés' }).click();
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
  await cells().first().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText(`${count - 1} personas`, { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
});

test('Ctrl+Z takes back one thing after the other, also when their toasts are gone', async () => {
  const count = SAMPLE_PERSONAS.length + 2;
  const favourites = page.getByRole('checkbox', { name: /^Favoris/ });
  const toast = page.getByRole('status').getByRole('button', { name: 'Annuler' });
  await cell('Odile Perrin').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Ajouter aux favoris' }).click();
  await expect(favourites).toHaveCount(1);
  await cell('Karim Haddad').first().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText(`${count - 1} personas`, { exact: true })).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(toast).toHaveCount(0, { timeout: 20_000 });
  await cells().first().focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
  await expect(favourites).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(favourites).toHaveCount(0);
});

test('with all of them archived, the library says so and shows them', async () => {
  const count = SAMPLE_PERSONAS.length + 2;
  await cells().first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('toolbar', { name: 'Personas choisis' }).getByRole('button', { name: 'Archiver' }).click();
  await expect(page.getByRole('heading', { name: 'Tous les personas sont archivés' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Tout effacer' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Montrer les archivés' }).click();
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Retirer le filtre Archivés' }).click();
  await cells()
    .or(page.getByRole('heading', { name: 'Bibliothèque' }))
    .first()
    .click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`${count} personas`, { exact: true })).toBeVisible();
  await expect(cells().first()).toBeVisible();
});

test('a persona says where it is used, and is taken out of a workshop', async () => {
  await page.getByRole('checkbox', { name: /^Parcours/ }).check();
  await cells().first().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Utilisé dans…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByText('Boutique Commerce').or(dialog.getByText('Changer de chaussures')).first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: /^Retirer de/ }).click();
  await expect(dialog.getByText('Aucun atelier ne montre ce persona.')).toBeVisible();
  await dialog.getByRole('button', { name: /^Lier à/ }).click();
  await expect(dialog.getByRole('button', { name: /^Retirer de/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the menu of a card leads to the versions of its persona', async () => {
  await page.getByRole('checkbox', { name: /^Parcours/ }).uncheck();
  const name = (await cells().first().getByRole('heading').textContent()) ?? '';
  await cells().first().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Versions du persona…' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name}, versions` })).toBeFocused();
});
