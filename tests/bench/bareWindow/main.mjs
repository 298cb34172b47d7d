// The least an Electron app does: what the start of the real one is compared with.
import { app, BrowserWindow } from 'electron';

const main = Date.now();
if (process.env.PERSONARIUM_USER_DATA) app.setPath('userData', process.env.PERSONARIUM_USER_DATA);
app.on('window-all-closed', () => app.quit());
app.once('ready', () => {
  const ready = Date.now();
  const window = new BrowserWindow({ width: 1400, height: 900 });
  window.on('page-title-updated', (_event, title) => {
    const [word, at] = title.split(' ');
    if (word === 'painted') process.stdout.write(`START ${JSON.stringify({ main, ready, firstPaint: Number(at) })}\n`);
  });
  void window.loadFile('index.html');
});
