import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/app/benchHook';
import type {} from '../../renderer/editor/boardHook';
import { decodePng } from '../support/pngImage';
import { launchApp, type RunningApp } from './launch';

const LONG = 'Ne trouve pas la taille qu’il lui faut et repart sans rien demander à personne. '.repeat(7).slice(0, 500);
const TEXTS = {
  long: LONG,
  word: `Rindfleischetikettierungsüberwachungsaufgaben${'übertragungsgesetz'.repeat(8)}`,
  emoji: 'Super 👩‍🚀👨‍👩‍👧‍👦🇫🇷 très content 😀😀',
  arabic: 'لا يجد المقاس المناسب ويغادر المتجر دون أن يسأل أحداً',
  chinese: '找不到合适的尺码，没有问任何人就离开了商店。',
  lines: 'une\n\n\nligne\tet une autre',
};

async function start(args: readonly string[], size = { width: 1440, height: 900 }) {
  const running = await launchApp({ args });
  const problems: string[] = [];
  running.page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  running.page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await resize(running, size);
  await expect(running.page.getByTestId('board-canvas')).toBeVisible({ timeout: 120_000 });
  await running.page.waitForFunction(() => window.__bench?.editable());
  return { ...running, problems };
}

const resize = ({ app }: Pick<RunningApp, 'app'>, size: { readonly width: number; readonly height: number }) =>
  app.evaluate(({ BrowserWindow }, { width, height }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setMinimumSize(1, 1);
    window?.setContentSize(width, height);
  }, size);

interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything on show is painted as it stays: with the fonts of signs and emoji, which come when they are first drawn. */
const exact = (page: Page) => page.waitForFunction(() => document.fonts.status === 'loaded' && window.__bench?.exact());

/** How many pixels of a place on screen (CSS pixels) are darker than its lightest by so much (0..255). */
async function inkIn(page: Page, box: ScreenBox, by = 60): Promise<number> {
  const { pixels, channels } = decodePng(await page.screenshot({ clip: box }));
  const greys = Array.from({ length: pixels.length / channels }, (_, at) => pixels[at * channels + 1] ?? 0);
  const light = greys.reduce((most, grey) => Math.max(most, grey), 0);
  return greys.filter((grey) => grey < light - by).length;
}

/** Where a note is on screen, in CSS pixels. */
const onScreen = (page: Page, id: string) =>
  page.evaluate((noteId) => {
    const board = window.__board!;
    board.view.measure();
    const box = board.now().index.get(`note:${noteId}`)!.box;
    const { zoom, cx, cy } = board.camera.get();
    const { width, height } = board.viewSize();
    const surface = document.querySelector('[data-testid="board-canvas"]')!.getBoundingClientRect();
    return {
      x: surface.left + (box.x - cx) * zoom + width / 2,
      y: surface.top + (box.y - cy) * zoom + height / 2,
      width: box.w * zoom,
      height: box.h * zoom,
    };
  }, id);

test('long texts, emoji, Arabic and Chinese are drawn whole, at every zoom', async () => {
  const running = await start(['--sample']);
  const { page } = running;
  const ids: Record<string, string> = {};
  for (const [name, text] of Object.entries(TEXTS)) {
    ids[name] = await page.evaluate((words) => {
      const bench = window.__bench!;
      const { cx, cy } = bench.view();
      return bench.addNote({ x: cx, y: cy, text: words });
    }, text);
  }
  for (const [name, id] of Object.entries(ids)) {
    const drawn = await page.evaluate((noteId) => {
      const board = window.__board!;
      const { group, box } = board.now().index.get(`note:${noteId}`)!;
      const lines: { text: string; y: number; left: number; right: number }[] = [];
      const collect = (item: typeof group): void => {
        for (const child of item.children) {
          if (child.type === 'group') collect(child);
          if (child.type === 'text' && child.align !== 'right')
            lines.push({ text: child.text, y: child.y, left: child.x, right: child.x + child.width });
        }
      };
      collect(group);
      return { lines, box };
    }, id);
    const letters = (text: string) => text.replace(/[\s«» {2}]/g, '');
    expect(letters(drawn.lines.map((line) => line.text).join('')), name).toContain(
      letters(TEXTS[name as keyof typeof TEXTS]),
    );
    for (const line of drawn.lines) {
      expect(line.y, name).toBeLessThan(drawn.box.y + drawn.box.h);
      expect(line.right, name).toBeLessThan(drawn.box.x + drawn.box.w + 1);
    }
    for (const zoom of [1, 3, 0.3, 0.12]) {
      await page.evaluate(
        ([noteId, at]) => {
          const { box } = window.__board!.now().index.get(`note:${noteId}`)!;
          window.__bench!.setView({ zoom: at, cx: box.x + box.w / 2, cy: box.y + Math.min(box.h, 60 / at) / 2 });
        },
        [id, zoom] as const,
      );
      await exact(page);
      const place = await onScreen(page, id);
      const shown = { ...place, width: Math.min(place.width, 600), height: Math.max(4, Math.min(place.height, 200)) };
      expect(await inkIn(page, shown, 25), `${name} at ${zoom}`).toBeGreaterThan(zoom < 0.2 ? 0 : 10);
    }
  }
  expect(running.problems).toEqual([]);
  await running.close();
});

test('a window of one pixel, and back', async () => {
  const running = await start(['--sample']);
  const { page } = running;
  await resize(running, { width: 1, height: 1 });
  await page.waitForFunction(() => window.innerWidth < 60);
  await page.evaluate(() => {
    window.__bench!.setView({ fit: true });
    window.__bench!.setView({ zoom: 8, cx: 0, cy: 0 });
    window.__bench!.setView({ zoom: 0.05, cx: 100, cy: 100 });
  });
  await resize(running, { width: 1440, height: 900 });
  await page.waitForFunction(() => window.innerWidth === 1440);
  await page.evaluate(() => window.__bench!.setView({ fit: true }));
  await exact(page);
  const box = await page.getByTestId('board-canvas').boundingBox();
  expect(await inkIn(page, box!)).toBeGreaterThan(5000);
  expect(running.problems).toEqual([]);
  await running.close();
});

test('a board of nothing', async () => {
  const running = await start(['--sample']);
  const { page } = running;
  // Everything that can be chosen goes, locked or not; the rows and the sheet stay.
  await page.evaluate(() => window.__bench!.select(10_000));
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => page.evaluate(() => window.__bench!.noteCount())).toBeLessThan(5);
  await page.evaluate(() => window.__bench!.setView({ fit: true }));
  await exact(page);
  const id = await page.evaluate(() => window.__bench!.addNote({ x: 0, y: 0, text: 'la première' }));
  await exact(page);
  expect(await page.evaluate((noteId) => window.__board!.now().index.get(`note:${noteId}`) !== null, id)).toBe(true);
  expect(running.problems).toEqual([]);
  await running.close();
});

test('10,000 notes are looked at, chosen, moved and written like ten', async () => {
  const running = await start(['--bench-notes=10000']);
  const { page } = running;
  expect(await page.evaluate(() => window.__bench!.noteCount())).toBe(10_000);
  await page.evaluate(() => window.__bench!.setView({ fit: true }));
  await exact(page);
  const box = (await page.getByTestId('board-canvas').boundingBox())!;
  expect(await inkIn(page, box)).toBeGreaterThan(20_000);

  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(() => page.evaluate(() => window.__bench!.view().zoom)).toBeGreaterThan(0.6);
  await exact(page);

  const note = await page.evaluate(() => {
    const bench = window.__bench!;
    const all = Array.from({ length: bench.noteCount() }, (_, at) => ({ at, ...bench.notePos(at)! }));
    const away = ({ screen }: { screen: { x: number; y: number } }) => Math.hypot(screen.x - 750, screen.y - 500);
    return all.reduce((best, one) => (away(one) < away(best) ? one : best));
  });
  await page.mouse.click(note.screen.x, note.screen.y);
  const chosen = () => page.evaluate(() => window.__board!.selection().map(({ id }) => id));
  await expect.poll(chosen).toHaveLength(1);
  const [id] = await chosen();
  const textOf = () =>
    page.evaluate((noteId) => {
      const doc = window.__board!.session.store.getState().doc as { readonly notes?: Record<string, { text: string }> };
      return doc.notes?.[noteId ?? '']?.text;
    }, id);
  const before = await textOf();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('text-editor')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Réécrite parmi dix mille');
  await page.keyboard.press('Escape');
  await expect.poll(textOf).toBe(before);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Réécrite parmi dix mille');
  await page.keyboard.press('Control+Enter');
  await expect.poll(textOf).toBe('Réécrite parmi dix mille');
  await page.keyboard.press('Control+z');
  await expect.poll(textOf).toBe(before);

  await page.mouse.move(note.screen.x, note.screen.y);
  await page.mouse.down();
  await page.mouse.move(note.screen.x + 30, note.screen.y + 120, { steps: 6 });
  await page.mouse.move(note.screen.x + 40, note.screen.y + 160, { steps: 4 });
  await page.mouse.up();
  await exact(page);
  await page.keyboard.press('Control+z');
  await exact(page);
  expect(await page.evaluate(() => window.__bench!.noteCount())).toBe(10_000);
  expect(running.problems).toEqual([]);
  await running.close();
});

/** Runs inside the page: the tile in view that is inked the most, where it stands in device pixels, and how green its pixels are. */
function inkedTile() {
  const surface = document.querySelector('[data-testid="board-canvas"]')!.getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  const tiles = [...document.querySelectorAll('canvas')].flatMap((canvas) => {
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const isWhole =
      x > surface.left && y > surface.top && x + width < surface.right && y + height < surface.bottom - 90;
    // Pictures of other scales wait unseen.
    const isSeen = getComputedStyle(canvas.parentElement!).opacity === '1';
    if (!isWhole || !isSeen || canvas.width !== 256) return [];
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 256, 256);
    let edges = 0;
    for (let at = 5; at < data.length; at += 4) if (Math.abs(data[at]! - data[at - 4]!) > 60) edges += 1;
    // The browser puts what moves as a whole on the nearest device pixel.
    const place = [x, y].map((length) => Math.round(length * ratio));
    return { place, edges, data };
  });
  const [best] = tiles.sort((a, b) => b.edges - a.edges);
  if (!best) return null;
  // A letter per pixel: a quarter of a million numbers take seconds to hand over.
  const greens: string[] = [];
  for (let at = 0; at < best.data.length; at += 4)
    greens.push(best.data[at + 3] === 255 ? String.fromCharCode(best.data[at + 1]!) : '\uFFFF');
  return { place: best.place, edges: best.edges, greens: greens.join('') };
}

for (const ratio of [1, 1.25, 1.5, 2]) {
  test(`text is as sharp on the screen as it was painted, at ${ratio} pixels per pixel`, async () => {
    const running = await start(
      [`--force-device-scale-factor=${ratio}`, '--sample'],
      ratio < 1.5 ? { width: 1300, height: 850 } : { width: 900, height: 600 },
    );
    const { page } = running;
    await page.mouse.move(2, 2);
    // The overview map would come up over some tiles in the meantime.
    await page.evaluate(() => window.__board!.ui.setState({ minimap: false }));
    for (const zoom of [1, 0.73, 1.618]) {
      await page.evaluate((at) => window.__bench!.setView({ ...window.__bench!.view(), zoom: at }), zoom);
      await exact(page);
      const { place, edges, greens } = (await page.evaluate(inkedTile))!;
      const [left, top] = place as [number, number];
      expect(edges).toBeGreaterThan(200);
      const shot = decodePng(await page.screenshot({ scale: 'device' }));
      let different = 0;
      for (let at = 0; at < 256 * 256; at++) {
        const green = greens.charCodeAt(at);
        // Not opaque there: something else shines through.
        if (green > 255) continue;
        const onShot = ((top + Math.floor(at / 256)) * shot.width + left + (at % 256)) * shot.channels;
        if (Math.abs(green - shot.pixels[onShot + 1]!) > 2) different += 1;
      }
      expect(different).toBe(0);
    }
    expect(running.problems).toEqual([]);
    await running.close();
  });
}
