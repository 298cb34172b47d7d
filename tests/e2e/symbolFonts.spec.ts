import { expect, type Page, test } from '@playwright/test';
import type { BenchHook } from '../../renderer/app/benchHook';
import { launchApp, type RunningApp } from './launch';

/** The large fonts behind the text fonts, with what has become of them. */
const behind = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.fonts]
        .filter((face) => face.family.includes('Noto') && face.style === 'normal')
        .map((face) => [face.family.replaceAll('"', ''), face.status]),
    ),
  );

const write = (page: Page, text: string) =>
  page.evaluate((given) => (window.__bench as BenchHook).setText(0, given), text);

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp({ args: ['--bench-notes=20'] });
  await running.page.waitForFunction(() => window.__bench?.editable());
});
test.afterAll(() => running.close());

test('the fonts of symbols and emoji are fetched when a text first needs them, and the board is painted again', async () => {
  const { page } = running;
  expect(await behind(page)).toEqual({
    'Noto Sans Math': 'unloaded',
    'Noto Sans Symbols 2': 'unloaded',
    'Noto Color Emoji': 'unloaded',
  });
  await write(page, 'Avant → après ≥ 3, ☐ à faire');
  await expect.poll(() => behind(page)).toMatchObject({ 'Noto Sans Math': 'loaded', 'Noto Sans Symbols 2': 'loaded' });
  expect((await behind(page))['Noto Color Emoji']).toBe('unloaded');
  await write(page, 'Avant 🙂 après');
  await expect.poll(() => behind(page)).toMatchObject({ 'Noto Color Emoji': 'loaded' });
});

test('a sign is as wide on the board as its table says', async () => {
  const widths = await running.page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('no canvas');
    context.font = "700 1000px 'Besley', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji', serif";
    return ['→', '☐', '\u2011', '🙂', 'a\u202Fb'].map((text) => context.measureText(text).width);
  });
  const [arrow, box, hyphen, emoji] = widths.map((width) => Math.round(width));
  expect([arrow, box, hyphen, emoji]).toEqual([1012, 821, 322, 1245]);
});
