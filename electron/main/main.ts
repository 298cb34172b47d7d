// First, since it takes the time.
import './startTimes';
import { existsSync } from 'node:fs';
import { CLI_EXIT } from '@shared/cliExit';
import { translator } from '@shared/i18n/translate';
import { app } from 'electron';
import { z } from 'zod';
import { appWords, isCommandLine, readLaunch } from './arguments';
import { refuseLaunch, runCommandLine } from './commandLine';
import { displayIsThere, launchFault } from './launchFault';
import { cutNetwork, guardAllContents, refusedSwitch } from './lockdown';
import { systemLang } from './preferences';
import { registerAppScheme } from './protocol';
import { runWindowedApp } from './windowedApp';

// Each schema is used a few times: compiling it takes longer than that saves.
z.config({ jitless: true });

/** Tests and portable copies keep their data elsewhere. */
const userData = process.env.PERSONARIUM_USER_DATA;
app.setName('Personarium');
if (userData) app.setPath('userData', userData);
// What the engine logs is for its own developers.
if (process.env.PERSONARIUM_VERBOSE === '1') app.commandLine.appendSwitch('enable-logging');
else app.commandLine.appendSwitch('log-level', '3');
if (process.env.PERSONARIUM_SOFTWARE_RENDERING === '1') app.disableHardwareAcceleration();

const refused = refusedSwitch();
if (refused) {
  const t = translator(systemLang('linux', process.env, []));
  process.stderr.write(`personarium: ${t('cli.usage.refusedSwitch', { option: `--${refused}` })}\n`);
  app.exit(CLI_EXIT.usage);
} else {
  registerAppScheme();
  cutNetwork();
  guardAllContents();
  void run(appWords(process.argv, Boolean(process.defaultApp)));
}

function run(words: readonly string[]): Promise<void> {
  if (isCommandLine(words)) return runCommandLine(words);
  const hasDisplay = displayIsThere(process.platform, process.env, app.commandLine.getSwitchValue('ozone-platform'));
  const fault = launchFault(readLaunch(words).files, { exists: existsSync, hasDisplay });
  return fault ? refuseLaunch(fault, words) : runWindowedApp(words);
}
