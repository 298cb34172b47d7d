import { test } from '@playwright/test';
import { startJourney } from './journeySteps';
test('debug', async () => {
  const app = await startJourney();
  await app.page.getByRole('tab', { name: 'Empathie', exact: true }).click();
  await app.page.waitForTimeout(3000);
  await app.page.screenshot({ path: '/tmp/integ-shots/debug.png' });
  console.log(app.problems.join('\n').slice(0, 3000));
  console.log(await app.page.evaluate(() => JSON.stringify([window.__board?.session.docId, window.__board?.session.store.getState().editable, [...document.querySelectorAll('[role="tab"]')].map((x) => [x.textContent, x.getAttribute('data-tab'), x.getAttribute('aria-selected')])])));
  await app.close();
});
