import { meaningOf } from '@shared/presenting/steps';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadFonts } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import { preferences } from '@/ui/preferences';
import { applyTheme } from '@/ui/themeVariables';
import { useT } from '@/ui/useT';
import styles from './PresentScreen.module.css';
import { ROOM_CHANNEL, type RoomMessage, type ToDesk } from './roomChannel';
import { Stage } from './Stage';
import type { Show, ShownSheet } from './show';

/** The page of the room's window: it has no data and no channel to main, it shows what it is told. */
export function startRoom(): void {
  void loadFonts();
  const channel = new BroadcastChannel(ROOM_CHANNEL);
  const tell = (message: ToDesk) => channel.postMessage(message);
  const waiting = new Map<string, (bytes: Uint8Array | null) => void>();
  const readAsset: ReadAsset = (hash) =>
    new Promise((resolve) => {
      waiting.set(hash, resolve);
      tell({ to: 'desk', kind: 'asset', hash });
    });
  const onAsset = (hash: string, bytes: Uint8Array | null) => {
    waiting.get(hash)?.(bytes);
    waiting.delete(hash);
  };
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === 'F11') {
      event.preventDefault();
      void fillScreen();
      return;
    }
    if (!meaningOf({ key: event.key, shift: event.shiftKey, held: false })) return;
    event.preventDefault();
    tell({ to: 'desk', kind: 'key', key: event.key, shift: event.shiftKey });
  });
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<RoomScreen {...{ channel, tell, readAsset, onAsset }} />);
}

/** Where there is no second display, the room's window is one like any other: this makes it fill the one there is, and not again. */
async function fillScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}

interface RoomProps {
  readonly channel: BroadcastChannel;
  readonly tell: (message: ToDesk) => void;
  readonly readAsset: ReadAsset;
  readonly onAsset: (hash: string, bytes: Uint8Array | null) => void;
}

function follow(show: Show): void {
  applyTheme(show.theme);
  document.documentElement.lang = show.lang;
  preferences.setState({ lang: show.lang, theme: show.theme });
}

function RoomScreen({ channel, tell, readAsset, onAsset }: RoomProps) {
  const t = useT();
  const [sheet, setSheet] = useState<ShownSheet | null>(null);
  const [show, setShow] = useState<Show | null>(null);
  useEffect(() => {
    channel.onmessage = ({ data }: MessageEvent<RoomMessage>) => {
      if (data.to !== 'room') return;
      if (data.kind === 'sheet') setSheet(data.sheet);
      if (data.kind === 'asset') onAsset(data.hash, data.bytes);
      if (data.kind === 'show') {
        follow(data.show);
        setShow(data.show);
      }
    };
    tell({ to: 'desk', kind: 'hello' });
    return () => {
      channel.onmessage = null;
    };
  }, [channel, tell, onAsset]);
  const title = t('present.room');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click anywhere goes on, as a clicker does; keys do the same.
    <main
      className={styles.frame}
      aria-label={title}
      data-testid="room"
      onClick={() => tell({ to: 'desk', kind: 'key', key: 'ArrowRight', shift: false })}
    >
      {sheet && show && <Stage sheet={sheet} show={show} readAsset={readAsset} />}
    </main>
  );
}
