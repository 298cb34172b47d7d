import { expect, test } from '@playwright/test';
import { startJourney } from './journeySteps';

/** How long the window is watched. */
const WATCH_MS = 1_000;

test('a board at rest asks for no frame, with nothing selected and with a note selected', async () => {
  const running = await startJourney();
  const { page, steps } = running;
  const framesAtRest = () =>
    page.evaluate(
      (ms) =>
        new Promise<number>((resolve) => {
          const ask = window.requestAnimationFrame;
          let asked = 0;
          window.requestAnimationFrame = (callback) => {
            asked++;
            return ask.call(window, callback);
          };
          setTimeout(() => {
            window.requestAnimationFrame = ask;
            resolve(asked);
          }, ms);
        }),
      WATCH_MS,
    );

  await expect.poll(framesAtRest).toBe(0);
  const [note] = await steps.keys('note');
  const spot = await steps.spot(note ?? '');
  await page.mouse.click(spot.x, spot.y);
  await expect.poll(() => steps.selection()).toEqual([note]);
  await expect.poll(framesAtRest).toBe(0);
  await running.close();
});
