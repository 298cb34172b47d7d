import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { showTab } from './empathySteps';
import { type JourneyApp, type JourneySteps, type Spot, settled, startJourney } from './journeySteps';

/** Looking around: wheel, pinch, held Space, middle button, fingers, keys, the overview map, on every kind of sheet. */
test.describe.configure({ mode: 'serial' });

/** The clipboard of Linux that holds what was selected last. */
interface SelectionClipboard {
  writeText(text: string, where: 'selection'): void;
}

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let fingers: CDPSession;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const surface = () => page.getByTestId('board-canvas');
const map = () => page.getByTestId('minimap');
const zoomOf = async () => (await steps.camera()).zoom;
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Spot[]) =>
  fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
  fingers = await page.context().newCDPSession(page);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

for (const { tab, kind } of [
  { tab: 'Parcours actuel', kind: 'note' },
  { tab: 'Empathie', kind: 'note' },
  { tab: 'Solène', kind: 'entry' },
] as const) {
  test.describe(tab, () => {
    let before: unknown;
    let middle: Spot;

    test.beforeAll(async () => {
      await showTab(page, tab);
      before = await steps.doc();
      const box = (await surface().boundingBox())!;
      middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    });
    test.beforeEach(async () => {
      await surface().focus();
      await press('Escape', 'Shift+1');
    });
    test.afterAll(async () => {
      // Looking changes nothing.
      expect(await steps.doc()).toEqual(before);
    });

    test('the wheel moves the view both ways, with Ctrl it zooms about the pointer as a pinch does', async () => {
      await press('0');
      const start = await steps.camera();
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.wheel(0, 50);
      await expect.poll(async () => (await steps.camera()).cy - start.cy).toBeCloseTo(50, 0);
      await page.mouse.wheel(30, 0);
      await expect.poll(async () => (await steps.camera()).cx - start.cx).toBeCloseTo(30, 0);

      const key = (await steps.keys(kind))[2]!;
      await press('Shift+1');
      const under = await steps.spot(key);
      const from = await zoomOf();
      await page.mouse.move(under.x, under.y);
      // A trackpad sends a pinch as many small turns of a wheel with Ctrl.
      await page.keyboard.down('Control');
      for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -18);
      await page.keyboard.up('Control');
      await expect.poll(zoomOf).toBeGreaterThan(from * 1.3);
      const now = await steps.spot(key);
      expect(Math.hypot(now.x - under.x, now.y - under.y)).toBeLessThan(2);
    });

    test('a held Space or the middle button drags the view, never a piece', async () => {
      const key = (await steps.keys(kind))[0]!;
      const at = await steps.spot(key);
      const start = await steps.camera();
      await page.keyboard.down('Space');
      await steps.drag(at, { x: at.x + 70, y: at.y + 30 });
      await page.keyboard.up('Space');
      expect((await steps.camera()).cx).toBeCloseTo(start.cx - 70 / start.zoom, 0);
      expect((await steps.camera()).cy).toBeCloseTo(start.cy - 30 / start.zoom, 0);
      // On Linux the middle button would paste what was last selected anywhere.
      await home.app.evaluate(({ clipboard }) =>
        (clipboard as unknown as SelectionClipboard).writeText('choisi ailleurs', 'selection'),
      );
      await page.mouse.move(at.x + 70, at.y + 30);
      await page.mouse.down({ button: 'middle' });
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await page.mouse.up({ button: 'middle' });
      expect((await steps.camera()).cx).toBeCloseTo(start.cx, 0);
      expect(await steps.selection()).toEqual([]);
    });

    test('one finger moves the view, two pinch it', async () => {
      await press('0');
      const start = await steps.camera();
      const free = { x: middle.x, y: middle.y };
      await page.evaluate(() => {
        const { camera, now } = window.__board!;
        camera.set({ ...camera.get(), cx: now().scene.width + 300 });
      });
      const moved = await steps.camera();
      await touch('touchStart', free);
      for (const by of [20, 60, 120]) await touch('touchMove', { x: free.x + by, y: free.y });
      await touch('touchEnd');
      await expect.poll(async () => (await steps.camera()).cx).toBeLessThan(moved.cx - 60);
      await touch('touchStart', { x: free.x - 40, y: free.y }, { x: free.x + 40, y: free.y });
      for (const by of [70, 100, 130]) {
        await touch('touchMove', { x: free.x - by, y: free.y }, { x: free.x + by, y: free.y });
      }
      await touch('touchEnd');
      await expect.poll(zoomOf).toBeGreaterThan(start.zoom * 1.5);
    });

    test('keys zoom, move and fit; a chosen piece fills the view', async () => {
      await press('0');
      expect(await zoomOf()).toBe(1);
      await press('+');
      expect(await zoomOf()).toBeGreaterThan(1);
      await press('-', '-');
      expect(await zoomOf()).toBeLessThan(1);
      const start = await steps.camera();
      await press('ArrowRight', 'ArrowDown');
      const after = await steps.camera();
      expect(after.cx).toBeGreaterThan(start.cx);
      expect(after.cy).toBeGreaterThan(start.cy);
      await press('1');
      await press('Home', 'Tab', 'Tab', 'Shift+2');
      expect(await zoomOf()).toBeGreaterThan(1);
      await press('Escape', '1');
    });

    test('what is chosen at the foot of the view stands above the bar that comes, and nothing else moves', async () => {
      const key = (await steps.keys(kind)).at(-1)!;
      const bar = page.getByTestId('edit-bar');
      const look = (foot: number) =>
        page.evaluate(
          ([one, free]) => {
            const { camera, now, viewSize } = window.__board!;
            const { box } = now().index.get(one as string)!;
            camera.set({ zoom: 1, cx: box.x + box.w / 2, cy: box.y + box.h + Number(free) - viewSize().height / 2 });
          },
          [key, foot] as const,
        );
      const click = async (times = 1) => {
        const { x, y } = await steps.spot(key, 0.5, 1);
        await page.mouse.click(x, y - 4, { clickCount: times, delay: 20 });
      };
      await press('0');
      await look(2);
      await click();
      await expect(bar).toBeVisible();
      const isAbove = async () => {
        const wall = (await surface().boundingBox())!;
        return (
          (await steps.spot(key, 0.5, 1)).y <= wall.y + wall.height &&
          wall.y + wall.height <= (await bar.boundingBox())!.y
        );
      };
      await expect.poll(isAbove).toBe(true);
      // Where there is room for the bar, the sheet keeps still.
      await press('Escape');
      await expect(bar).toHaveCount(0);
      await look(200);
      const before = await steps.spot(key);
      await click();
      await expect(bar).toBeVisible();
      await page.waitForFunction(() => window.__board!.ui.getState().pressed === null);
      expect(await steps.spot(key)).toEqual(before);
      // The bar does not come between the presses of a double click.
      await press('Escape');
      await expect(bar).toHaveCount(0);
      await look(2);
      await click(2);
      await expect(page.getByTestId('text-editor')).toBeFocused();
      await expect.poll(isAbove).toBe(true);
      await press('Escape');
    });

    test('the overview map stands aside where it would cover what is chosen', async () => {
      const keys = await steps.keys(kind);
      const key = keys.at(-1)!;
      const corner = (await surface().boundingBox())!;
      await page.evaluate(
        ([one, width, height]) => {
          const board = window.__board!;
          const { box } = board.now().index.get(one as string)!;
          // The piece comes to lie at the lower right, where the map is.
          const zoom = 2;
          board.camera.set({
            zoom,
            cx: box.x + box.w / 2 - (Number(width) / 2 - 90) / zoom,
            cy: box.y + box.h / 2 - (Number(height) / 2 - 90) / zoom,
          });
        },
        [key, corner.width, corner.height] as const,
      );
      await expect(map()).toBeVisible();
      await expect.poll(async () => (await map().boundingBox())!.x).toBeGreaterThan(middle.x);
      const usual = (await map().boundingBox())!;
      await page.evaluate(
        ([one, id]) => window.__board!.select([{ kind: one!, id: id! }]),
        [kind, key.slice(key.indexOf(':') + 1)],
      );
      await expect.poll(async () => (await map().boundingBox())!.x).toBeLessThan(middle.x);
      await press('Escape');
      await expect.poll(async () => (await map().boundingBox())!.x).toBeCloseTo(usual.x, 0);
      // Without it, and with it again.
      await press('Shift+N');
      await expect(map()).toHaveCount(0);
      await press('Shift+N');
      await expect(map()).toBeVisible();
    });
  });
}

test('a board that was fitted fits a window of another size when it is shown again', async () => {
  await showTab(page, 'Empathie');
  await surface().focus();
  await press('Escape', 'Shift+1');
  await showTab(page, 'Solène');
  await home.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  await page.waitForFunction(() => window.innerWidth === 1280);
  await showTab(page, 'Empathie');
  await settled(page);
  const wall = (await surface().boundingBox())!;
  for (const [fx, fy] of [
    [0, 0],
    [1, 1],
  ] as const) {
    const { x, y } = await steps.spot('sheet:sheet', fx, fy);
    expect(x).toBeGreaterThanOrEqual(wall.x);
    expect(x).toBeLessThanOrEqual(wall.x + wall.width);
    expect(y).toBeGreaterThanOrEqual(wall.y);
    expect(y).toBeLessThanOrEqual(wall.y + wall.height);
  }
});
