import { basename, dirname, extname, join } from 'node:path';
import type { Lang } from '@shared/i18n/lang';
import type { FileKind } from '@shared/ipc';
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import { freePath, plainFileName } from './fileNames';
import type { Handlers } from './ipcAnswers';
import { mainTranslator } from './mainMessages';
import { readUserFile } from './openFiles';
import type { PendingFiles } from './pendingFiles';
import type { Targets } from './targets';

export interface FilePorts {
  readonly window: () => BrowserWindow | null;
  readonly lang: () => Lang;
  readonly pending: PendingFiles;
  readonly targets: Targets;
  /** A poster is about to be saved as PDF: what prints it may warm up meanwhile. */
  readonly pdfExpected: () => void;
}

type FileHandlers = Pick<
  Handlers,
  | 'chooseFilesToOpen'
  | 'choosePersonaFiles'
  | 'choosePictures'
  | 'takePendingFiles'
  | 'chooseTarget'
  | 'chooseFolder'
  | 'writeTarget'
  | 'showInFolder'
>;

const MOST_CHOSEN = 100;
/** Formats that the window decodes. */
const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp', 'avif'];

/** Formats that a journey is read from. */
const JOURNEYS = ['xlsx', 'csv', 'mmd', 'mermaid', 'ojf', 'json', 'xml', 'md', 'markdown'];

/** Formats that personas are read from. */
const PERSONAS = ['personarium', 'csv', 'json', 'md', 'markdown'];

/** Posters that may carry a workshop. */
const CARRIERS = ['pdf', 'png', 'svg'];

/** Files go in and out through dialogs of the system; the window never learns or names a path. */
export function createFileHandlers({ window, lang, pending, targets, pdfExpected }: FilePorts): FileHandlers {
  let lastFolder: string | null = null;

  const filterOf = (kind: FileKind): FileFilter => ({
    name: mainTranslator(lang())(`menu.fileKind.${kind}`),
    extensions: [kind],
  });
  const openDialog = async (properties: Electron.OpenDialogOptions['properties'], filters: FileFilter[]) => {
    const parent = window();
    const options = { properties, filters };
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? [] : answer.filePaths;
  };

  const journeys = (): FileFilter => ({ name: mainTranslator(lang())('menu.journeyFiles'), extensions: JOURNEYS });
  const carriers = (): FileFilter => ({ name: mainTranslator(lang())('menu.carrierFiles'), extensions: CARRIERS });
  const chooseFilesToOpen: FileHandlers['chooseFilesToOpen'] = async () => {
    const paths = await openDialog(['openFile', 'multiSelections'], [filterOf('personarium'), journeys(), carriers()]);
    return Promise.all(paths.slice(0, MOST_CHOSEN).map((path) => readUserFile(path)));
  };
  const choosePersonaFiles: FileHandlers['choosePersonaFiles'] = async () => {
    const filter = { name: mainTranslator(lang())('menu.personaFiles'), extensions: PERSONAS };
    const paths = await openDialog(['openFile', 'multiSelections'], [filter]);
    return Promise.all(paths.slice(0, MOST_CHOSEN).map((path) => readUserFile(path)));
  };
  const choosePictures: FileHandlers['choosePictures'] = async () => {
    const filter = { name: mainTranslator(lang())('menu.pictures'), extensions: PICTURES };
    const paths = await openDialog(['openFile', 'multiSelections'], [filter]);
    return Promise.all(paths.slice(0, MOST_CHOSEN).map((path) => readUserFile(path)));
  };

  const chooseTarget: FileHandlers['chooseTarget'] = async ({ suggestedName, kind }) => {
    if (kind === 'pdf') pdfExpected();
    const parent = window();
    const options = {
      defaultPath: join(lastFolder ?? app.getPath('documents'), plainFileName(suggestedName)),
      filters: [filterOf(kind)],
    };
    const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    if (answer.canceled || !answer.filePath) return null;
    lastFolder = dirname(answer.filePath);
    return targets.addFile(await withExtension(answer.filePath, kind));
  };

  const chooseFolder: FileHandlers['chooseFolder'] = async () => {
    const [path] = await openDialog(['openDirectory', 'createDirectory'], []);
    if (!path) return null;
    lastFolder = path;
    return targets.addFolder(path);
  };

  return {
    chooseFilesToOpen,
    choosePersonaFiles,
    choosePictures,
    takePendingFiles: pending.take,
    chooseTarget,
    chooseFolder,
    writeTarget: targets.write,
    showInFolder: (token) => {
      const path = targets.pathOf(token);
      if (path) shell.showItemInFolder(path);
    },
  };
}

/** Some dialogs return the name as typed. With the extension it is another file, whose replacement nobody has confirmed. */
async function withExtension(path: string, kind: FileKind): Promise<string> {
  if (extname(path).toLowerCase() === `.${kind}`) return path;
  return freePath(dirname(path), `${basename(path)}.${kind}`);
}
