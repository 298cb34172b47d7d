import type { AppError } from '@shared/base/appError';
import type { Result } from '@shared/base/result';
import { FIRST_DATABASE } from '@shared/databaseName';
import type { DesktopApi, IpcArgs, IpcEvents, IpcReply, IpcResults } from '@shared/ipc';
import type { Channel } from '@shared/ipcChannels';
import { START_HASH } from '@shared/startHash';
import { contextBridge, ipcRenderer } from 'electron';

/** Channels whose answer is itself a `Result`: a refused request is such a failure too. */
type ResultChannel = { [C in Channel]: IpcResults[C] extends Result<unknown> ? C : never }[Channel];
type ValueChannel = Exclude<Channel, ResultChannel>;

async function value<C extends ValueChannel>(channel: C, ...args: IpcArgs<C>): Promise<IpcResults[C]> {
  const reply: IpcReply<C> = await ipcRenderer.invoke(channel, ...args);
  if (reply.ok) return reply.value;
  throw new Error(describe(reply.error));
}

async function result<C extends ResultChannel>(channel: C, ...args: IpcArgs<C>): Promise<IpcResults[C]> {
  const reply: IpcReply<C> = await ipcRenderer.invoke(channel, ...args);
  // Every ResultChannel's type contains this failure, which a conditional type hides from the compiler.
  return reply.ok ? reply.value : (reply as IpcResults[C]);
}

function describe(error: AppError): string {
  return error.code === 'bad-request' ? `bad-request ${error.channel}: ${error.detail}` : error.code;
}

const EVENTS: Readonly<Record<keyof IpcEvents, true>> = {
  action: true,
  filesPending: true,
  closeRequested: true,
  roomClosed: true,
};

function on<E extends keyof IpcEvents>(event: E, listener: (payload: IpcEvents[E]) => void): () => void {
  if (!Object.hasOwn(EVENTS, event)) throw new Error(`bad-request ${String(event)}: no such event`);
  // The listener gets the payload alone: the event object would hand it the sender.
  const forward = (_event: unknown, payload: IpcEvents[E]) => listener(payload);
  ipcRenderer.on(`event:${event}`, forward);
  return () => {
    ipcRenderer.off(`event:${event}`, forward);
  };
}

/** What every window asks for first is asked for while its code is still being read; the first call gets that answer. */
function askedAhead<T>(ask: () => Promise<T>): () => Promise<T> {
  let ahead: Promise<T> | null = ask();
  // Whoever calls sees the failure.
  ahead.catch(() => undefined);
  return () => {
    const answer = ahead ?? ask();
    ahead = null;
    return answer;
  };
}

// What of the page's globals is used here; the rest of the DOM is none of this file's business.
declare const location: { readonly hash: string };
interface OpenRequest {
  readonly transaction: { readonly abort: () => void } | null;
  readonly result: { readonly close: () => void };
  onupgradeneeded: () => void;
  onsuccess: () => void;
}
declare const indexedDB: { readonly open: (name: string) => OpenRequest };

const journalStatus = () => result('journalStatus');
/** The room's window is told everything by the page that presents: it has nothing to ask of main, nor of the database. */
const isRoom = location.hash === START_HASH.room;
const isCommandLine = location.hash === START_HASH.commandLine;
/** Has the engine read the database's files while the code that will ask for it is still being read. Nothing is made where there is none. */
function wakeDatabase(): void {
  const request = indexedDB.open(FIRST_DATABASE);
  request.onupgradeneeded = () => request.transaction?.abort();
  request.onsuccess = () => request.result.close();
}
if (!isCommandLine && !isRoom) wakeDatabase();

const desktopApi = () =>
  ({
    boot: askedAhead(() => value('boot')),
    ready: () => value('ready'),
    painted: (at) => value('painted', at),
    setPreferences: (preferences) => value('setPreferences', preferences),
    setMenuState: (state) => value('setMenuState', state),
    toggleFullScreen: () => value('toggleFullScreen'),
    lendFullScreen: (wanted) => value('lendFullScreen', wanted),
    roomWindow: (wanted) => value('roomWindow', wanted),
    quit: () => value('quit'),
    closeAnswer: (answer) => value('closeAnswer', answer),
    journalStatus: isCommandLine ? journalStatus : askedAhead(journalStatus),
    journalAppend: (entries) => result('journalAppend', entries),
    journalRead: (request) => result('journalRead', request),
    journalRecords: () => result('journalRecords'),
    journalRewrite: () => result('journalRewrite'),
    resetDatabase: () => result('resetDatabase'),
    sweepRemains: (request) => result('sweepRemains', request),
    snapshotWrite: (snapshot) => result('snapshotWrite', snapshot),
    snapshotList: (workshopId) => value('snapshotList', workshopId),
    snapshotRead: (token) => result('snapshotRead', token),
    snapshotReplace: (replacement) => result('snapshotReplace', replacement),
    openBackupsFolder: () => value('openBackupsFolder'),
    chooseFilesToOpen: () => value('chooseFilesToOpen'),
    choosePersonaFiles: () => value('choosePersonaFiles'),
    choosePictures: () => value('choosePictures'),
    takePendingFiles: () => value('takePendingFiles'),
    chooseTarget: (request) => value('chooseTarget', request),
    chooseFolder: () => value('chooseFolder'),
    writeTarget: (request) => result('writeTarget', request),
    showInFolder: (token) => value('showInFolder', token),
    preparePdf: (job) => value('preparePdf', job),
    printPdf: (job) => result('printPdf', job),
    cliJob: () => value('cliJob'),
    cliReport: (report) => value('cliReport', report),
    cliWrite: (file) => result('cliWrite', file),
    cliDone: (exitCode) => value('cliDone', exitCode),
    on,
  }) satisfies DesktopApi;

if (!isRoom) contextBridge.exposeInMainWorld('desktop', desktopApi());
