import './ui/base.css';
import { desktop } from './platform/desktop';
import { loadFonts } from './platform/fonts';
import { applyTheme } from './ui/themeVariables';

/** The window serves two lives: the interface, or one run of the command line without it. */
async function main(): Promise<void> {
  const asked = desktop().boot();
  // Asked for before the answer is there: a start without the interface is the rare one.
  const interfaceCode = import('./app/start');
  void loadFonts();
  const boot = await asked;
  applyTheme(boot.theme);
  if (boot.mode === 'cli') {
    const { runCli } = await import('./export/cliRun');
    await runCli(desktop());
    return;
  }
  const { startApp } = await interfaceCode;
  startApp(boot);
}

void main();
