import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/editor/boardHook';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { resizeWindow, startJourney } from './journeySteps';
import { freshProfile, launchApp, removeProfile } from './launch';

declare global {
  interface Window {
    /** Whether the board could be edited at the moment at which a test did something to it. */
    __wasEditable?: boolean;
  }
}

const wasEditable = (page: Page) => page.evaluate(() => window.__wasEditable);

/** A profile with a board that was left: the next start shows it from its picture, and its history comes later. */
async function leftBoard(width: number): Promise<string> {
  const userData = await freshProfile();
  const first = await launchApp({ userData, args: ['--sample'] });
  await resizeWindow(first, width, 860);
  await first.page.waitForFunction(() => window.__board?.session.store.getState().editable);
  await first.page.keyboard.press('Control+Shift+H');
  await first.page.locator('[data-card]').first().waitFor();
  await first.close();
  return userData;
}

/** Keys are pressed the moment there is a board to see, before it is drawn and before its history is there. */
for (const { name, width } of [
  { name: 'a wide window', width: 1440 },
  { name: 'a window whose first rows are folded', width: 1280 },
]) {
  test(`the first key on a board that is only just coming up opens a note: ${name}`, async () => {
    const userData = await leftBoard(width);
    const { page, close } = await launchApp({ userData });
    await page.locator('[data-card]').first().waitFor();
    await page.evaluate(() => {
      // In the very turn in which the board comes: however slow the machine, its history cannot be there before.
      const coming = new MutationObserver(() => {
        const board = document.querySelector<HTMLElement>('[data-testid="board-canvas"]');
        if (!board) return;
        coming.disconnect();
        board.focus();
        window.__wasEditable = window.__board?.session.store.getState().editable ?? false;
        board.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', code: 'KeyN', bubbles: true, cancelable: true }));
      });
      coming.observe(document.body, { childList: true, subtree: true });
      document.querySelector<HTMLElement>('[data-card]')?.click();
    });
    await expect.poll(() => wasEditable(page)).toBe(false);
    await expect(page.getByTestId('text-editor')).toBeFocused();
    await page.keyboard.type('Vite noté');
    await page.keyboard.press('Control+Enter');
    const texts = await page.evaluate(() =>
      Object.values((window.__board!.session.store.getState().doc as JourneyMapDoc).notes).map(({ text }) => text),
    );
    expect(texts.filter((text) => text === 'Vite noté')).toHaveLength(1);
    await close();
    await removeProfile(userData);
  });
}

test('what is pasted on a board that is only just coming up is there and chosen once it takes edits', async () => {
  const userData = await leftBoard(1440);
  const { page, close } = await launchApp({ userData });
  await page.locator('[data-card]').first().waitFor();
  await page.evaluate(() => {
    let shown: typeof window.__board;
    // In the turn in which the board first listens.
    Object.defineProperty(window, '__board', {
      configurable: true,
      get: () => shown,
      set: (board: typeof shown) => {
        if (!shown)
          queueMicrotask(() => {
            window.__wasEditable = board?.session.store.getState().editable ?? false;
            const transfer = new DataTransfer();
            transfer.setData('text/plain', 'Collée vite');
            document.dispatchEvent(
              new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
            );
          });
        shown = board;
      },
    });
    document.querySelector<HTMLElement>('[data-card]')?.click();
  });
  await expect.poll(() => wasEditable(page)).toBe(false);
  const chosen = () =>
    page.evaluate(() => {
      const { notes } = window.__board!.session.store.getState().doc as JourneyMapDoc;
      return window.__board!.selection().map(({ id }) => notes[id as never]?.['text' as never]);
    });
  await expect.poll(chosen).toEqual(['Collée vite']);
  await close();
  await removeProfile(userData);
});

test('keys pressed before the palette is there are written into it, and Enter runs what they find', async () => {
  const { page, close } = await launchApp();
  await page.getByRole('heading', { name: /Par où commencer/ }).waitFor();
  // All in one turn: the code of the palette cannot have been fetched before the last one.
  await page.evaluate(
    (keys) => {
      const press = (key: string, ctrlKey = false) => {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { key, code: '', ctrlKey, bubbles: true, cancelable: true }));
      };
      press('k', true);
      for (const key of keys) press(key);
    },
    [...'glosz', 'Backspace', 's'],
  );
  await expect(page.getByRole('combobox')).toHaveValue('gloss');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.evaluate(
    (keys) => {
      for (const key of keys)
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey: key === 'k', bubbles: true, cancelable: true }),
        );
    },
    ['k', ...'gloss', 'Enter'],
  );
  await expect(page.getByRole('dialog', { name: 'Glossaire' })).toBeVisible();
  await close();
});

test('a dialog that closes gives the keyboard back before the next key can come', async () => {
  const { page, close } = await startJourney();
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  const focused = await page.evaluate(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
    // Neither a frame nor a key of a person comes between these.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return document.activeElement?.getAttribute('data-testid');
  });
  expect(focused).toBe('board-canvas');
  await close();
});
