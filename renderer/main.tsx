import './ui/base.css';
import type { DocId } from '@shared/base/ids';
import { START_HASH } from '@shared/startHash';
import { desktop } from './platform/desktop';
import { loadFonts } from './platform/fonts';
import { applyTheme } from './ui/themeVariables';

/** What main knows of this start before anything is asked: the code that it takes is fetched at once, in parallel. */
function fetchCode(): Promise<typeof import('./window/start')> {
  if (location.hash === START_HASH.board)
    void import('./window/screens').then((screens) => screens.preloadFirstBoard('journey-map'));
  return import('./window/start');
}

/** A window serves three lives: the interface, one run of the command line without it, or what the room sees of a presentation. */
async function main(): Promise<void> {
  if (location.hash === START_HASH.room) {
    (await import('./screens/present/RoomApp')).startRoom();
    return;
  }
  const asked = desktop().boot();
  if (location.hash === START_HASH.commandLine) {
    const [{ runCli }, boot] = await Promise.all([import('./export/cliRun'), asked]);
    applyTheme(boot.theme);
    await runCli(desktop());
    return;
  }
  // The database answers from another process: it is asked before there is anything else to do.
  const hints = asked.then(({ last, database }) => ({ database, docs: (last?.docs ?? []) as DocId[] }));
  const opening = import('./session/workspace').then(({ openWorkspace }) => openWorkspace(desktop(), { hints }));
  opening.catch(() => undefined);
  void loadFonts();
  const [{ startApp }, boot] = await Promise.all([fetchCode(), asked]);
  applyTheme(boot.theme);
  startApp(boot, opening);
}

void main();
