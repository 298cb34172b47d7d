import type { AssetHash } from '@shared/base/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { workspace } from '@/app/appStore';
import { desktop } from '@/platform/desktop';
import { ROOM_CHANNEL, type RoomMessage, type ToRoom } from './roomChannel';
import type { Show, ShownSheet } from './show';

export interface Room {
  readonly isOpen: boolean;
  readonly toggle: () => Promise<void>;
}

type Press = (key: string, shift: boolean, held: boolean) => boolean;

/** Keeps the room's window, while it is open, in step with what is presented; keys pressed there count here. */
export function useRoom(sheet: ShownSheet, show: Show, press: Press): Room {
  const [isOpen, setOpen] = useState(false);
  const latest = useRef({ sheet, show, press, isOpen });
  latest.current = { sheet, show, press, isOpen };
  const channel = useRef<BroadcastChannel | null>(null);
  const tell = useCallback((message: ToRoom) => channel.current?.postMessage(message), []);

  useEffect(() => {
    if (!isOpen) return;
    const made = new BroadcastChannel(ROOM_CHANNEL);
    channel.current = made;
    made.onmessage = ({ data }: MessageEvent<RoomMessage>) => {
      if (data.to !== 'desk') return;
      if (data.kind === 'key') latest.current.press(data.key, data.shift, false);
      if (data.kind === 'hello') {
        tell({ to: 'room', kind: 'show', show: latest.current.show });
        tell({ to: 'room', kind: 'sheet', sheet: latest.current.sheet });
      }
      if (data.kind === 'asset') {
        const { hash } = data;
        const answer = (bytes: Uint8Array | null) => tell({ to: 'room', kind: 'asset', hash, bytes });
        workspace()
          .readAsset(hash as AssetHash)
          .then(answer, () => answer(null));
      }
    };
    return () => {
      channel.current = null;
      made.close();
    };
  }, [isOpen, tell]);
  useEffect(() => tell({ to: 'room', kind: 'sheet', sheet }), [sheet, tell]);
  const { at, isBlack, isMap, lang, theme, timer } = show;
  useEffect(
    () => tell({ to: 'room', kind: 'show', show: { at, isBlack, isMap, lang, theme, timer } }),
    [at, isBlack, isMap, lang, theme, timer, tell],
  );
  useEffect(() => {
    const stop = desktop().on('roomClosed', () => setOpen(false));
    return () => {
      stop();
      if (latest.current.isOpen) void desktop().roomWindow('close');
    };
  }, []);

  const toggle = useCallback(async () => {
    const wanted = !latest.current.isOpen;
    // Heard from its first word on.
    setOpen(wanted);
    setOpen(await desktop().roomWindow(wanted ? 'open' : 'close'));
  }, []);
  return { isOpen, toggle };
}
