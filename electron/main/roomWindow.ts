import { join } from 'node:path';
import { PROJECTOR_DARK } from '@shared/model/theme';
import { START_HASH } from '@shared/startHash';
import { app, BrowserWindow, screen } from 'electron';
import { SAFE_PREFERENCES } from './lockdown';
import { APP_ORIGIN, isAppUrl } from './origin';

const URL_OF_ROOM = `${APP_ORIGIN}/${START_HASH.room}`;
/** Of the page, where there is no second display to fill. */
const SIZE = { width: 1280, height: 720 };

export interface RoomPorts {
  /** The window that presents: the room's window lives no longer than its page. */
  readonly owner: BrowserWindow;
  /** It is gone, whoever closed it. */
  readonly closed: () => void;
}

/**
 * The second window of a presentation: what the room sees. It has the same preferences and guards as the first one, and is answered by no
 * channel of main: the page that presents tells it everything, inside the app's origin. Returns what opens or closes it.
 */
export function createRoomWindow({ owner, closed }: RoomPorts): (wanted: 'open' | 'close') => boolean {
  let room: BrowserWindow | null = null;
  const close = () => {
    if (room && !room.isDestroyed()) room.destroy();
    room = null;
  };
  owner.once('closed', close);
  owner.webContents.on('render-process-gone', close);
  owner.webContents.on('did-navigate', close);

  const open = () => {
    const made = makeWindow(owner);
    room = made;
    made.once('closed', () => {
      if (room === made) room = null;
      closed();
    });
    made.webContents.on('render-process-gone', () => made.destroy());
  };
  return (wanted) => {
    if (wanted === 'close' || owner.isDestroyed()) close();
    else if (room) room.focus();
    else open();
    return room !== null;
  };
}

/** Full screen on a display that the presenting window is not on; a window like any other where there is none. */
function makeWindow(owner: BrowserWindow): BrowserWindow {
  const own = screen.getDisplayMatching(owner.getBounds());
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id);
  const room = new BrowserWindow({
    ...(other ? { x: other.bounds.x, y: other.bounds.y } : {}),
    ...SIZE,
    useContentSize: true,
    show: false,
    title: 'Personarium',
    backgroundColor: PROJECTOR_DARK.color.paper,
    webPreferences: { ...SAFE_PREFERENCES, preload: join(app.getAppPath(), 'dist', 'preload', 'preload.cjs') },
  });
  room.removeMenu();
  room.once('ready-to-show', () => {
    room.show();
    if (other) room.setFullScreen(true);
  });
  // A navigation to about:blank cannot be refused beforehand: the window comes back from it.
  room.webContents.on('did-navigate', (_event, url) => {
    if (!isAppUrl(url)) void room.loadURL(URL_OF_ROOM);
  });
  void room.loadURL(URL_OF_ROOM);
  return room;
}
