import type { AppError } from './base/appError';

/** Every channel of the contract by name, apart from its schemas: the doors are there before what answers behind them has been read. */
export const CHANNELS = [
  'boot',
  'ready',
  'painted',
  'setPreferences',
  'setMenuState',
  'toggleFullScreen',
  'lendFullScreen',
  'roomWindow',
  'quit',
  'closeAnswer',
  'journalStatus',
  'journalAppend',
  'journalRead',
  'journalRecords',
  'journalRewrite',
  'sweepRemains',
  'resetDatabase',
  'snapshotWrite',
  'snapshotList',
  'snapshotRead',
  'snapshotReplace',
  'openBackupsFolder',
  'chooseFilesToOpen',
  'choosePersonaFiles',
  'choosePictures',
  'takePendingFiles',
  'chooseTarget',
  'chooseFolder',
  'writeTarget',
  'showInFolder',
  'preparePdf',
  'printPdf',
  'cliJob',
  'cliReport',
  'cliWrite',
  'cliDone',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** A request that did not fit the contract. */
export const badRequest = (channel: string, detail: string): AppError => ({ code: 'bad-request', channel, detail });
