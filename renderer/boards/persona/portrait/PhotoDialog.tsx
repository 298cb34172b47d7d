import { setPhoto } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { BoardController } from '@/editor/boardController';
import { imageNote } from '@/editor/clipboard/imageNote';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import { closeWindow } from '../personaUi';
import { type Crop, movedBy, partOf, WHOLE, zoomedTo } from './cropping';
import styles from './portrait.module.css';

const FRAME = { w: 306, h: 400 };
/** Longest side that is kept of the part: sharp as the portrait of an A1 poster. */
const MOST = 2_048;
const STEP = 12;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Draws the part of a picture that a crop takes. */
function draw(canvas: HTMLCanvasElement | OffscreenCanvas, picture: ImageBitmap, crop: Crop): void {
  const part = partOf(crop, { w: picture.width, h: picture.height }, FRAME);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, part.x, part.y, part.w, part.h, 0, 0, canvas.width, canvas.height);
}

/** The part as a picture of its own, of its own pixels only. */
async function cut(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const part = partOf(crop, { w: picture.width, h: picture.height }, FRAME);
  const scale = Math.min(1, MOST / Math.max(part.w, part.h));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(part.w * scale)), Math.max(1, Math.round(part.h * scale)));
  draw(canvas, picture, crop);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A photograph in place of the drawn portrait: chosen or dropped, framed by hand or by keys, stored without its metadata. */
export function PhotoDialog({ controller }: { readonly controller: BoardController<PersonaDoc> }) {
  const t = useT();
  const { session } = controller;
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [crop, setCrop] = useState<Crop>(WHOLE);
  const [alt, setAlt] = useState(session.store.getState().doc.info.photo?.alt ?? '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const held = useRef<{ readonly x: number; readonly y: number; readonly crop: Crop } | null>(null);

  useEffect(() => {
    if (canvas.current && picture) draw(canvas.current, picture, crop);
  }, [picture, crop]);
  useEffect(() => () => picture?.close(), [picture]);

  const size = picture && { w: picture.width, h: picture.height };
  const close = () => {
    closeWindow(session);
    controller.focusBoard();
  };
  const read = async (blob: Blob | undefined) => {
    if (!blob) return;
    const read = await createImageBitmap(blob).catch(() => null);
    setProblem(read ? '' : t('personaEditor.photo.unreadable'));
    if (!read) return;
    setCrop(WHOLE);
    setPicture(read);
  };
  const take = async () => {
    if (!picture || busy) return;
    setBusy(true);
    const made = await imageNote(await cut(picture, crop), controller.keepAsset);
    setBusy(false);
    if ('problem' in made) return setProblem(t(`editing.clipboard.${made.problem}`));
    session.run(setPhoto, { photo: { ...made.image, alt } });
    close();
  };
  const key = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (by && size) setCrop((now) => movedBy(now, by[0], by[1], size, FRAME));
    else if (event.key === '+') setCrop((now) => zoomedTo(now, now.zoom * 1.1));
    else if (event.key === '-') setCrop((now) => zoomedTo(now, now.zoom / 1.1));
    else return;
    event.preventDefault();
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (!picture) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY, crop };
  };
  const drag = (event: PointerEvent) => {
    const from = held.current;
    if (from && size) setCrop(movedBy(from.crop, event.clientX - from.x, event.clientY - from.y, size, FRAME));
  };

  return (
    <Dialog
      title={t('personaEditor.photo.title')}
      size="large"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="check" disabled={!picture || busy} onClick={() => void take()}>
            {t('personaEditor.photo.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.photo}>
        <button
          type="button"
          className={styles.frame}
          data-filled={picture ? '' : undefined}
          aria-label={t(picture ? 'personaEditor.photo.frame' : 'personaEditor.photo.file')}
          onClick={() => picture || file.current?.click()}
          onKeyDown={key}
          onPointerDown={press}
          onPointerMove={drag}
          onPointerUp={() => {
            held.current = null;
          }}
          onWheel={({ deltaY }) => setCrop((now) => zoomedTo(now, now.zoom * (deltaY < 0 ? 1.08 : 1 / 1.08)))}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void read(event.dataTransfer.files[0]);
          }}
        >
          {picture ? <canvas ref={canvas} width={FRAME.w * 2} height={FRAME.h * 2} /> : t('personaEditor.photo.drop')}
        </button>
        <div className={styles.about}>
          <Button icon="folder-open" onClick={() => file.current?.click()}>
            {t('personaEditor.photo.file')}
          </Button>
          <input
            ref={file}
            className={styles.file}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif,image/bmp"
            tabIndex={-1}
            aria-label={t('personaEditor.photo.file')}
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
          {picture && (
            <label>
              <span>{`${t('personaEditor.photo.zoom')}, ${t('personaEditor.photo.zoomValue', { percent: Math.round(crop.zoom * 100) })}`}</span>
              <input
                type="range"
                min={1}
                max={6}
                step={0.05}
                value={crop.zoom}
                onChange={(event) => setCrop(zoomedTo(crop, event.currentTarget.valueAsNumber))}
              />
              <span>{t('personaEditor.photo.frame')}</span>
            </label>
          )}
          <TextField label={t('personaEditor.photo.alt')} value={alt} onChange={setAlt} maxLength={600} />
          <p>{t('personaEditor.photo.private')}</p>
          {problem !== '' && <p role="alert">{problem}</p>}
        </div>
      </div>
    </Dialog>
  );
}
