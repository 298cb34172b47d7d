import { join } from 'node:path';
import { app } from 'electron';
import { knowsSoftwareDrawing } from './graphicsMemory';
import { readJsonFile, writeJsonFile } from './jsonFile';

const fileIn = (userData: string): string => join(userData, 'graphics.json');
let spared = false;

/**
 * On a machine whose graphics cannot be used (a virtual one, a remote desktop) the engine starts its graphics process in vain before it
 * draws without: 20 ms of every start. It is spared the attempt for a week after one has failed. Before Electron is ready.
 */
export function spareGraphics(userData: string): void {
  spared = knowsSoftwareDrawing(readJsonFile(fileIn(userData)), Date.now(), process.versions.chrome);
  if (spared) app.disableHardwareAcceleration();
}

/** Notes whether this start could use the graphics; after the first picture, when the engine knows. */
export function rememberGraphics(userData: string): void {
  if (spared) return;
  const software = app.getGPUFeatureStatus().gpu_compositing === 'disabled_software';
  const known = knowsSoftwareDrawing(readJsonFile(fileIn(userData)), Date.now(), process.versions.chrome);
  if (software || known)
    writeJsonFile(fileIn(userData), { software, at: Date.now(), chromium: process.versions.chrome });
}
