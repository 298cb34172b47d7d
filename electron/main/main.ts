// First, since it takes the time.
import './startTimes';
import { existsSync } from 'node:fs';
import { app } from 'electron';
import { appWords, isCommandLine, readLaunch } from './arguments';
import { displayIsThere, launchFault } from './launchFault';
import { cutNetwork, guardAllContents, refusedSwitch } from './lockdown';
import { registerAppScheme } from './protocol';
import { startWithWindow } from './windowedStart';

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
  const { refuseSwitch } = await import('./commandLine');
  refuseSwitch(refused);
} else {
  registerAppScheme();
  cutNetwork();
  guardAllContents();
  // Electron is not ready before this line is through: a command line chooses its profile first.
  await run(appWords(process.argv, Boolean(process.defaultApp)));
}

async function run(words: readonly string[]): Promise<void> {
  if (isCommandLine(words)) {
    const { runCommandLine } = await import('./commandLine');
    void runCommandLine(words);
    return;
  }
  const launch = readLaunch(words);
  const hasDisplay = displayIsThere(process.platform, process.env, app.commandLine.getSwitchValue('ozone-platform'));
  const fault = launchFault(launch.files, { exists: existsSync, hasDisplay });
  if (fault) {
    const { refuseLaunch } = await import('./commandLine');
    void refuseLaunch(fault, words);
  } else void startWithWindow(launch);
}
