// First, since it takes the time.
import './startTimes';
import { CLI_EXIT } from '@shared/cliExit';
import { translator } from '@shared/i18n/translate';
import { app } from 'electron';
import { appWords, isCommandLine } from './arguments';
import { runCommandLine } from './commandLine';
import { cutNetwork, guardAllContents, refusedSwitch } from './lockdown';
import { systemLang } from './preferences';
import { registerAppScheme } from './protocol';
import { runWindowedApp } from './windowedApp';

/** Tests and portable copies keep their data elsewhere. */
const userData = process.env.PERSONARIUM_USER_DATA;
app.setName('Personarium');
if (userData) app.setPath('userData', userData);
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
  const words = appWords(process.argv, Boolean(process.defaultApp));
  void (isCommandLine(words) ? runCommandLine(words) : runWindowedApp(words));
}
