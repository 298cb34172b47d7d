// First, since it takes the time.
import './startTimes';
import { app } from 'electron';
import { appWords, isCommandLine } from './arguments';
import { runCommandLine } from './commandLine';
import { cutNetwork, guardAllContents } from './lockdown';
import { registerAppScheme } from './protocol';
import { runWindowedApp } from './windowedApp';

/** Tests and portable copies keep their data elsewhere. */
const userData = process.env.PERSONARIUM_USER_DATA;
app.setName('Personarium');
if (userData) app.setPath('userData', userData);
if (process.env.PERSONARIUM_SOFTWARE_RENDERING === '1') app.disableHardwareAcceleration();

registerAppScheme();
cutNetwork();
guardAllContents();

const words = appWords(process.argv, Boolean(process.defaultApp));
void (isCommandLine(words) ? runCommandLine(words) : runWindowedApp(words));
