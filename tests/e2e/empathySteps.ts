import type { Page } from '@playwright/test';
import type {} from '../../renderer/editor/boardHook';
import type { EmpathyMapDoc, EmpathyNote } from '../../shared/boards/empathy-map/model';
import type { ZoneId } from '../../shared/boards/empathy-map/zones';
import { type JourneyApp, type JourneySteps, startJourney } from './journeySteps';

/** A started app on the sample's empathy map. */
export interface EmpathyApp extends JourneyApp {
  readonly map: () => Promise<EmpathyMapDoc>;
}

/** Shows a tab by its name and waits until its board can be edited. */
export async function showTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.waitForFunction((title) => {
    const tab = [...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent === title);
    const board = window.__board;
    return (
      tab?.getAttribute('aria-selected') === 'true' &&
      board?.session.docId === tab.getAttribute('data-tab') &&
      board.session.store.getState().editable
    );
  }, name);
}

/** Starts the app on the sample workshop, in a window of a known size, and shows its empathy map. */
export async function startEmpathy(size = { width: 1440, height: 900 }, lang: 'fr' | 'en' = 'fr'): Promise<EmpathyApp> {
  const running = await startJourney(size, lang);
  await showTab(running.page, lang === 'fr' ? 'Empathie' : 'Empathy');
  return { ...running, map: () => mapOf(running.steps) };
}

/** The map on screen. */
export const mapOf = async (steps: JourneySteps): Promise<EmpathyMapDoc> =>
  (await steps.doc()) as unknown as EmpathyMapDoc;

/** Keys of the notes of a zone, in order. */
export const inZone = (doc: EmpathyMapDoc, zone: ZoneId): readonly string[] =>
  Object.values<EmpathyNote>(doc.notes)
    .filter((note) => note.zone === zone)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => `note:${id}`);
