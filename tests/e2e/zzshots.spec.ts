import { test } from '@playwright/test';
import { idOf } from './journeySteps';
import { inZone, startEmpathy } from './empathySteps';

for (const lang of (process.env.SHOT_LANG ?? 'fr').split(',') as ('fr' | 'en')[])
  for (const size of [{ width: 1440, height: 900 }, { width: 1280, height: 720 }]) {
    test(`${lang} ${size.width}`, async () => {
      test.setTimeout(180_000);
      const app = await startEmpathy(size, lang);
      const { page, steps } = app;
      const shot = (name: string) => page.screenshot({ path: `/tmp/integ-shots/${lang}-${size.width}-${name}.png` });
      const select = (...keys: string[]) =>
        page.evaluate((list) => window.__board!.select(list.map((key) => ({ kind: key.slice(0, key.indexOf(':')), id: key.slice(key.indexOf(':') + 1) }))), keys);
      await page.keyboard.press('Shift+1');
      await shot('canvas');
      await page.keyboard.press('Control+i');
      await page.keyboard.press('Shift+1');
      await page.waitForTimeout(400);
      await shot('canvas-board');
      const doc = await app.map();
      await select(inZone(doc, 'pain')[0]!);
      await page.waitForTimeout(600);
      await shot('canvas-note');
      await select(inZone(doc, 'say')[0]!, inZone(doc, 'do')[3]!);
      await page.waitForTimeout(300);
      await shot('canvas-many');
      await select('zone:see');
      await page.waitForTimeout(300);
      await shot('canvas-zone');
      await select();
      for (const layout of ['quadrants', 'stages']) {
        await page.locator(`input[type=radio][value=${layout}]`).check({ force: true });
        await page.waitForTimeout(500);
        await shot(layout);
      }
      const stages = await steps.keys('stage');
      await select(`emotion:${idOf(stages[2]!)}`);
      await page.waitForTimeout(400);
      await shot('stages-emotion');
      await select(`stage:${idOf(stages[5]!)}`);
      await page.waitForTimeout(400);
      await shot('stages-spread');
      await select(`finding:${Object.keys(doc.findings)[0]}`);
      await page.waitForTimeout(300);
      await shot('stages-finding');
      await select();
      await page.locator(`input[type=radio][value=canvas]`).check({ force: true });
      await page.getByRole('button', { name: lang === 'fr' ? 'Mode guidé' : 'Guided mode' }).first().click();
      await page.getByTestId('guide-bar').getByRole('combobox').selectOption('3');
      for (let i = 0; i < 7; i++) await page.keyboard.press('PageDown');
      await page.waitForTimeout(400);
      await shot('guide');
      await page.keyboard.press('Escape');
      if (size.width === 1440) {
        await page.keyboard.press('l');
        await page.waitForTimeout(500);
        await shot('dark');
        await page.keyboard.press('l');
        await page.keyboard.press('Control+t');
        await page.waitForTimeout(500);
        await shot('newboard');
      }
      console.log(app.problems.join('\n'));
      await app.close();
    });
  }
