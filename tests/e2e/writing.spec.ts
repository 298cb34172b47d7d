import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { decodePng } from '../support/pngImage';
import { showTab } from './empathySteps';
import { idOf, type JourneyApp, type JourneySteps, settled, startJourney } from './journeySteps';

/** Writing on the board with what keyboards of the world send, and the field over the text it stands for, on every kind of sheet. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let input: CDPSession;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const editor = () => page.getByTestId('text-editor');

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
  input = await page.context().newCDPSession(page);
  // The window of another test that comes up meanwhile would end what is being composed.
  await input.send('Emulation.setFocusEmulationEnabled', { enabled: true });
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

/** Letters that are being composed, as an input method or a dead key shows them. */
const compose = (text: string) =>
  input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
/** What the input method gives in their place. */
const commit = (text: string) => input.send('Input.insertText', { text });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame around all dark pixels of a part of the window, in CSS pixels from its corner. */
async function ink(clip: Box): Promise<Box> {
  const { width, height, channels, pixels } = decodePng(await page.screenshot({ clip }));
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < pixels.length; at += channels) {
    // Ink, not the blue of frames.
    if ([0, 1, 2].some((channel) => (pixels[at + channel] ?? 255) > 140)) continue;
    const x = (at / channels) % width;
    const y = Math.floor(at / channels / width);
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

const SHEETS = [
  { tab: 'Parcours actuel', kind: 'note', all: 'notes' },
  { tab: 'Empathie', kind: 'note', all: 'notes' },
  { tab: 'Solène', kind: 'entry', all: 'entries' },
] as const;

for (const { tab, kind, all } of SHEETS) {
  test.describe(tab, () => {
    let key: string;
    const text = async (): Promise<string> => {
      const doc = (await steps.doc()) as unknown as Record<string, Record<string, { readonly text: string }>>;
      return doc[all]?.[idOf(key)]?.text ?? '';
    };
    const open = async () => {
      await page.evaluate(([one, id]) => window.__board!.select([{ kind: one!, id: id! }]), [kind, idOf(key)]);
      await page.getByTestId('board-canvas').focus();
      await press('Enter');
      await expect(editor()).toBeFocused();
      // The bar under the board has its room, and the view has brought what is written into what is left of it.
      await settled(page);
      await page.waitForFunction(() => window.__board!.view.isExact());
    };

    test.beforeAll(async () => {
      await showTab(page, tab);
      await page.getByTestId('board-canvas').focus();
      await press('Escape', 'Shift+1');
      key = (await steps.keys(kind))[1]!;
    });

    test('an input method composes, and Enter belongs to it until it has given its text', async () => {
      const before = await text();
      await open();
      await press('Control+a');
      await compose('にほ');
      await compose('日本');
      await expect(editor()).toHaveValue('日本');
      // Nothing is stored of what may still become something else.
      expect(await text()).toBe(before);
      await editor().dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
      await expect(editor()).toBeFocused();
      await commit('日本語');
      await expect(editor()).toHaveValue('日本語');
      await expect.poll(text).toBe('日本語');
      await press('Control+Enter');
      await expect(editor()).toHaveCount(0);
      expect(await text()).toBe('日本語');
      await steps.undo();
      expect(await text()).toBe(before);
    });

    test('dead keys and emoji', async () => {
      const before = await text();
      await open();
      await press('Control+a');
      for (const [dead, letter] of [
        ['^', 'ê'],
        ['¨', 'ï'],
        ['`', 'À'],
      ] as const) {
        await compose(dead);
        await commit(letter);
      }
      await commit(' 👩🏽‍🦽‍➡️🇫🇷');
      await press('Control+Enter');
      expect(await text()).toBe('êïÀ 👩🏽‍🦽‍➡️🇫🇷');
      await steps.undo();
      expect(await text()).toBe(before);
    });

    test('the field stands exactly over the drawn text, at any zoom', async () => {
      for (const zoom of [0.7, 1, 1.6, 2.4]) {
        await page.evaluate(
          ([at, one]) => {
            const board = window.__board!;
            const { box } = board.now().index.get(one)!;
            board.camera.set({ zoom: at, cx: box.x + box.w / 2, cy: box.y + box.h / 2 });
          },
          [zoom, key] as const,
        );
        await open();
        await editor().evaluate((element) => {
          element.style.caretColor = 'transparent';
        });
        const field = (await editor().boundingBox())!;
        const clip = {
          x: Math.floor(field.x),
          y: Math.floor(field.y),
          width: Math.ceil(field.width),
          height: Math.ceil(field.height),
        };
        await page.mouse.move(2, 2);
        const written = await ink(clip);
        await press('Escape', 'Escape');
        await expect(editor()).toHaveCount(0);
        await page.waitForFunction(() => window.__board!.view.isExact());
        const drawn = await ink(clip);
        expect(drawn.width, `ink at ${zoom}`).toBeGreaterThan(20 * zoom);
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(written[side] - drawn[side]), `${side} at ${zoom}`).toBeLessThanOrEqual(2);
      }
      await page.getByTestId('board-canvas').focus();
      await press('Shift+1');
    });
  });
}
