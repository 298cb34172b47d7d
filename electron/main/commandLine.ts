import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { fail } from '@shared/base/result';
import { CLI_EXIT } from '@shared/cliExit';
import type { Lang } from '@shared/i18n/lang';
import type { BootInfo, CliJob } from '@shared/ipc';
import { badRequest } from '@shared/ipcChannels';
import { START_HASH } from '@shared/startHash';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { type CliCommand, messageLang, readCommand } from './cliArguments';
import { type CliJobs, createCliJobs } from './cliJobs';
import { namesFile, STANDARD_OUTPUT } from './cliOutput';
import { registerIpc } from './ipc';
import { answersOf, type Handlers } from './ipcAnswers';
import type { LaunchFault } from './launchFault';
import { guardSession } from './lockdown';
import { type MainTranslateFn, mainTranslator } from './mainMessages';
import { createMainWindow } from './mainWindow';
import { createPrinter } from './pdfPrint';
import { knownPlatform } from './platform';
import { serveApp } from './protocol';
import { createRunReport, type RunReport } from './runReport';
import { createStorage } from './storageHandlers';
import { systemLang } from './systemLang';
import { namedFiles } from './verbs/filePatterns';
import { processIo } from './verbs/processIo';
import { verbOf } from './verbs/verbNames';

/** Without a sign of life from the hidden window for this long, the run is given up. */
const LONGEST_SILENCE_MS = 5 * 60_000;

/** What the hidden window does its job with. */
type JobChannel = 'cliJob' | 'cliReport' | 'cliWrite' | 'cliDone' | 'printPdf';

let ending = false;
/** Where a run is told as JSON. */
let report: RunReport | null = null;

type ExportCommand = Extract<CliCommand, { kind: 'export' }>;

/** Runs one command without a window and without touching the user's own data, then ends with its exit code. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  // At once: Chromium opens its profile as soon as it is ready, and that must never be the user's.
  const userData = throwAwayProfile();
  // The system's preferred languages are only known later; without locale variables French it is.
  const lang = systemLang('linux', process.env, []);
  const verb = verbOf(words);
  if (verb) {
    const { runVerb } = await import('./verbs/runVerb');
    return endWith(await runVerb(verb, words, messageLang(words, lang), processIo()));
  }
  const command = readCommand(words, lang);
  const t = mainTranslator(command.lang);
  switch (command.kind) {
    case 'help':
      return endWith(CLI_EXIT.done, t('cli.help'));
    case 'version':
      return endWith(CLI_EXIT.done, `Personarium ${app.getVersion()}`);
    case 'usage':
      return complain(CLI_EXIT.usage, `${t(command.message, command.values)}\n${t('cli.seeHelp')}`);
    case 'export':
      return runExport(command, t, userData);
  }
}

/** Says that a packaged app does not take this switch of the engine, and ends. */
export function refuseSwitch(name: string): void {
  const t = mainTranslator(systemLang('linux', process.env, []));
  process.stderr.write(`personarium: ${t('cli.usage.refusedSwitch', { option: `--${name}` })}\n`);
  app.exit(CLI_EXIT.usage);
}

/** Says why no window opens, and ends. */
export async function refuseLaunch(fault: LaunchFault, words: readonly string[]): Promise<void> {
  throwAwayProfile();
  const t = mainTranslator(messageLang(words, systemLang('linux', process.env, [])));
  switch (fault.kind) {
    case 'unknownWord':
      return complain(CLI_EXIT.usage, `${t('cli.usage.unknownWord', { word: fault.word })}\n${t('cli.seeHelp')}`);
    case 'missingFile':
      return complain(CLI_EXIT.unreadable, `${t('cli.missingFile', { file: fault.file })}\n${t('cli.seeHelp')}`);
    case 'noDisplay':
      return complain(CLI_EXIT.usage, `${t('cli.usage.noDisplay')}\n\n${t('cli.help')}`);
  }
}

async function runExport(command: ExportCommand, t: MainTranslateFn, userData: string): Promise<void> {
  if (command.json) report = createRunReport();
  const { files, unmatched } = await namedFiles(command.files ?? [], process.cwd());
  const [pattern] = unmatched;
  if (pattern !== undefined) return complain(CLI_EXIT.unreadable, t('cli.noMatch', { pattern }));
  const isStream = command.out === STANDARD_OUTPUT;
  const detail = isStream ? t('cli.usage.renderOne') : t('cli.usage.severalForOne', { out: command.out });
  const severalForOne: AppError = { code: 'usage', detail };
  if (files.length > 1 && (isStream || namesFile(command.out))) return complain(CLI_EXIT.usage, severalForOne.detail);
  const jobs = await createCliJobs({
    files: command.files && files,
    options: command.options,
    out: command.out,
    written: (path) => (report ? report.file(path) : say(path)),
    severalForOne,
    toStandardOutput: (bytes) => written(process.stdout, bytes),
    unreadable: (file, error) => tell(`personarium: ${unreadable(file, error, t)}`),
  });
  const first = await jobs.next();
  if (!first) return endWith(CLI_EXIT.unreadable);

  Menu.setApplicationMenu(null);
  await app.whenReady();
  if (process.platform === 'darwin') app.dock?.hide();
  openHiddenWindow({ first, jobs, lang: command.lang, t, userData });
}

interface Run {
  readonly first: CliJob;
  readonly jobs: CliJobs;
  readonly lang: Lang;
  readonly t: MainTranslateFn;
  readonly userData: string;
}

function openHiddenWindow(run: Run): void {
  const { t, jobs } = run;
  let first: CliJob | null = run.first;
  guardSession(session.defaultSession);
  serveApp(session.defaultSession);
  const printer = createPrinter();
  if ((run.first.report?.formats ?? run.first.formats).includes('pdf')) printer.warmUp();
  const silence = setTimeout(() => void complain(CLI_EXIT.failed, t('cli.silence')), LONGEST_SILENCE_MS);
  const cliHandlers: Pick<Handlers, JobChannel> = {
    cliJob: () => {
      silence.refresh();
      const job = first ?? jobs.next();
      first = null;
      return job;
    },
    cliReport: ({ stream, line }) => {
      silence.refresh();
      if (stream === 'out') say(line);
      else void tell(line);
    },
    cliWrite: (file) => {
      silence.refresh();
      return jobs.output().write(file);
    },
    printPdf: (job) => {
      silence.refresh();
      return printer.print(job);
    },
    cliDone: async (ended) => {
      clearTimeout(silence);
      const exitCode = Math.max(ended, jobs.code());
      const finished = await jobs.output().finish();
      if (finished.ok) return endWith(exitCode);
      // The window has already told about several posters for one name, and about a failure of its own.
      if (finished.error.code === 'usage') return endWith(CLI_EXIT.usage);
      if (exitCode !== CLI_EXIT.done) return endWith(exitCode);
      return complain(CLI_EXIT.notWritten, sentence(finished.error, t));
    },
  };
  let window: BrowserWindow | null = null;
  registerIpc(() => window, Promise.resolve(answersOf({ ...withoutInterface(run), ...cliHandlers })));
  window = createMainWindow({ theme: 'light', storedState: undefined, visible: false, hash: START_HASH.commandLine });
  window.webContents.on('render-process-gone', () => void complain(CLI_EXIT.failed, t('cli.windowGone')));
}

/** What the hidden window may ask for apart from its job. Nothing here opens a dialog or touches the user's data. */
function withoutInterface(run: Run): Omit<Handlers, JobChannel> {
  const nothing = () => undefined;
  return {
    ...createStorage(run.userData).handlers,
    boot: () => bootInfo(run.lang),
    ready: nothing,
    painted: nothing,
    setPreferences: nothing,
    setMenuState: nothing,
    toggleFullScreen: () => false,
    lendFullScreen: nothing,
    roomWindow: () => false,
    quit: nothing,
    closeAnswer: nothing,
    chooseFilesToOpen: () => [],
    choosePersonaFiles: () => [],
    choosePictures: () => [],
    takePendingFiles: () => [],
    chooseTarget: () => null,
    chooseFolder: () => null,
    writeTarget: () => fail(badRequest('writeTarget', 'command line')),
    showInFolder: nothing,
    preparePdf: nothing,
    openBackupsFolder: nothing,
  };
}

function bootInfo(lang: Lang): BootInfo {
  return {
    lang,
    theme: 'light',
    appVersion: app.getVersion(),
    chromiumVersion: process.versions.chrome,
    platform: knownPlatform(),
    mode: 'cli',
    openSample: false,
    benchNotes: 0,
    benchPersonas: 0,
    restarted: false,
    last: null,
    database: '',
    author: '',
    library: null,
    posters: null,
    erasing: [],
  };
}

/** The folder Chromium insists on having, for this run only. */
function throwAwayProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'personarium-run-'));
  app.setPath('userData', profile);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endWith(CLI_EXIT.failed));
  return profile;
}

function unreadable(file: string, error: AppError, t: MainTranslateFn): string {
  const isMissing = error.code === 'file-unreadable' && error.detail === 'ENOENT';
  return isMissing ? t('cli.missingFile', { file }) : sentence(error, t);
}

function sentence(error: AppError, t: MainTranslateFn): string {
  const { code, ...values } = error;
  return t(`errors.${code}.what`, values);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(line: string): Promise<void> {
  report?.line(line);
  return written(process.stderr, `${line}\n`);
}

async function complain(exitCode: number, text: string): Promise<void> {
  if (ending) return;
  await tell(`personarium: ${text}`);
  return endWith(exitCode);
}

async function endWith(exitCode: number, text = report?.text(exitCode)): Promise<void> {
  if (ending) return;
  ending = true;
  await written(process.stdout, text === undefined ? '' : `${text}\n`);
  endWithoutTrace(exitCode);
}

/**
 * An orderly end would let Chromium write its caches again after the folder was removed. So its other processes are ended
 * first, and this one ends at once; there is nothing of the user's to save in them.
 */
function endWithoutTrace(exitCode: number): void {
  if (app.isReady()) for (const { pid, type } of app.getAppMetrics()) if (type !== 'Browser') endProcess(pid);
  rmSync(app.getPath('userData'), { recursive: true, force: true, maxRetries: 3 });
  (process as NodeJS.Process & { reallyExit(code: number): never }).reallyExit(exitCode);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Resolves once the stream has taken the text: ending the process earlier could lose it. */
function written(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => stream.write(text, () => resolve()));
}
