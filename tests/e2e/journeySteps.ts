import { expect, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import type {} from '../../renderer/editor/boardHook';
import type { JourneyMapDoc, LaneKind } from '../../shared/boards/journey-map/model';
import { launchApp, type RunningApp } from './launch';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The window has the size that was asked for, inside its frame, and its page knows. */
export async function resizeWindow({ app, page }: Pick<RunningApp, 'app' | 'page'>, width: number, height: number) {
  const window = await app.browserWindow(page);
  const isSo = ([w, h]: readonly [number, number]) => globalThis.innerWidth === w && globalThis.innerHeight === h;
  // A menu bar that is exchanged at that moment (another language) may take the room it had from the page: asked again.
  await expect(async () => {
    await window.evaluate((own, [w, h]) => (own as BrowserWindow).setContentSize(w, h), [width, height] as const);
    await page.waitForFunction(isSo, [width, height] as const, { timeout: 3_000 });
  }).toPass();
}

/** What is read from now on stays: see the hook. */
export const settled = (page: Page): Promise<void> => page.evaluate(async () => window.__settled?.());

/** Words of what the sample's pieces say, and where they are on screen. */
export interface JourneySteps {
  readonly page: Page;
  readonly doc: () => Promise<JourneyMapDoc>;
  /** Where a target is drawn, in window pixels; `fx`, `fy` choose the point inside its box. */
  readonly spot: (key: string, fx?: number, fy?: number) => Promise<Spot>;
  /** Keys of the targets of a kind, in reading order. */
  readonly keys: (kind: string) => Promise<readonly string[]>;
  readonly selection: () => Promise<readonly string[]>;
  readonly camera: () => Promise<{ readonly zoom: number; readonly cx: number; readonly cy: number }>;
  readonly drag: (from: Spot, to: Spot) => Promise<void>;
  readonly undo: (times?: number) => Promise<void>;
}

/** A started app on the sample's first journey, with its errors collected. */
export interface JourneyApp extends RunningApp {
  readonly problems: readonly string[];
  readonly steps: JourneySteps;
}

/** Starts the app on the sample workshop, in a window of a known size, and waits for its first journey. */
export async function startJourney(
  size = { width: 1440, height: 900 },
  lang: 'fr' | 'en' = 'fr',
  userData?: string,
): Promise<JourneyApp> {
  const env = { LANG: lang === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8' };
  const running = await launchApp({ args: ['--sample'], env, ...(userData ? { userData } : {}) });
  const { page } = running;
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await resizeWindow(running, size.width, size.height);
  await expect(page.getByTestId('board-canvas')).toBeVisible({ timeout: 120_000 });
  await page.waitForFunction(() => window.__board?.session.store.getState().editable);
  return { ...running, problems, steps: journeySteps(page) };
}

/** What tests ask of the journey on screen. */
export function journeySteps(page: Page): JourneySteps {
  return {
    page,
    doc: async () => {
      // As one string: a document that is handed over as an object takes seven times as long.
      const json = await page.evaluate(async () => {
        await window.__settled?.();
        return JSON.stringify(window.__board!.session.store.getState().doc);
      });
      return JSON.parse(json) as JourneyMapDoc;
    },
    spot: async (key, fx = 0.5, fy = 0.5) => {
      const found = await page.evaluate(
        async ([wanted, dx, dy]) => {
          await window.__settled?.();
          const board = window.__board!;
          const box = board.now().index.get(wanted)?.box;
          if (!box) return null;
          const surface = document.querySelector('[data-testid="board-canvas"]')!.getBoundingClientRect();
          const { zoom, cx, cy } = board.camera.get();
          const { width, height } = board.viewSize();
          return {
            x: surface.left + (box.x + box.w * dx - cx) * zoom + width / 2,
            y: surface.top + (box.y + box.h * dy - cy) * zoom + height / 2,
          };
        },
        [key, fx, fy] as const,
      );
      if (!found) throw new Error(`${key} is not drawn`);
      return found;
    },
    keys: (kind) =>
      page.evaluate(async (wanted) => {
        await window.__settled?.();
        const { list } = window.__board!.now().index;
        return [...new Set(list.filter(({ target }) => target.kind === wanted).map(({ key }) => key))];
      }, kind),
    selection: () =>
      page.evaluate(async () => {
        await window.__settled?.();
        return window.__board!.selection().map(({ kind, id }) => `${kind}:${id}`);
      }),
    camera: () =>
      page.evaluate(async () => {
        await window.__settled?.();
        return window.__board!.camera.get();
      }),
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x * 2 + to.x) / 3, (from.y * 2 + to.y) / 3, { steps: 3 });
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    undo: async (times = 1) => {
      for (let left = times; left > 0; left--) await page.keyboard.press('Control+z');
    },
  };
}

/** The row that something stands in, if it stands in one. */
function rowOf(doc: JourneyMapDoc, key: string): string | null {
  const id = idOf(key) as never;
  if (key.startsWith('emotion-point:')) return laneOf(doc, 'emotion').id;
  const inRow = [doc.notes, doc.touchpoints, doc.indicators, doc.clusters] as readonly Record<
    string,
    { laneId?: string }
  >[];
  return inRow.map((all) => all[id]?.laneId).find((lane) => lane !== undefined) ?? null;
}

/** Chooses something by keys alone, as people do: down to its row, then Tab from piece to piece. */
export async function walkTo(steps: JourneySteps, key: string): Promise<void> {
  const { page } = steps;
  const only = async () => {
    const [first, second] = await steps.selection();
    return second === undefined ? first : undefined;
  };
  const pressUntil = async (by: string, wanted: string, most: number) => {
    for (let left = most; left > 0 && (await only()) !== wanted; left--) await page.keyboard.press(by);
  };
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  const row = rowOf(await steps.doc(), key);
  if (row !== null) await pressUntil('ArrowDown', `lane:${row}`, 30);
  await pressUntil(key.startsWith('lane:') ? 'ArrowDown' : 'Tab', key, 200);
  expect(await only()).toBe(key);
}

/** Keys of the notes of a row, in order of stages and of the cell. */
export function notesOf(doc: JourneyMapDoc, kind: LaneKind): readonly string[] {
  const lane = Object.values(doc.lanes).find((one) => one.kind === kind);
  const stages = Object.values(doc.stages)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id);
  return Object.values(doc.notes)
    .filter((note) => note.laneId === lane?.id)
    .sort((a, b) => stages.indexOf(a.stageId) - stages.indexOf(b.stageId) || (a.order < b.order ? -1 : 1))
    .map(({ id }) => `note:${id}`);
}

export const laneOf = (doc: JourneyMapDoc, kind: LaneKind) => {
  const lane = Object.values(doc.lanes).find((one) => one.kind === kind);
  if (!lane) throw new Error(`no row of ${kind}`);
  return lane;
};

/** Titles of the stages from left to right. */
export const stageTitles = (doc: JourneyMapDoc): readonly string[] =>
  Object.values(doc.stages)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ title }) => title);

/** Kinds (or own titles) of the rows from top to bottom. */
export const laneNames = (doc: JourneyMapDoc): readonly string[] =>
  Object.values(doc.lanes)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ title, kind }) => title || kind);

/** The id in a key. */
export const idOf = (key: string): string => key.slice(key.indexOf(':') + 1);
