/** Draws resources/icons/personarium.png from the SVG beside it. Run by hand after a change: `npx electron scripts/appIcon.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

const SIZE = 512;
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'resources', 'icons');

const draw = (source, size) => `new Promise((resolve, reject) => {
  const image = new Image();
  image.onerror = reject;
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = ${size};
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
    resolve(canvas.toDataURL('image/png'));
  };
  image.src = ${JSON.stringify(source)};
})`;

app.whenReady().then(async () => {
  const svg = readFileSync(join(folder, 'personarium.svg'), 'base64');
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  const png = await window.webContents.executeJavaScript(draw(`data:image/svg+xml;base64,${svg}`, SIZE));
  writeFileSync(join(folder, 'personarium.png'), Buffer.from(png.split(',')[1], 'base64'));
  app.quit();
});
