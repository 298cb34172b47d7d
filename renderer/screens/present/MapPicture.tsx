import { boardKind } from '@shared/boards/registry';
import { type Lang, translator } from '@shared/i18n/translate';
import { type Theme, type ThemeName, themeOf } from '@shared/model/theme';
import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import type { Box, Scene, Target } from '@shared/scene/primitives';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Camera, fitBox } from '@/canvas/camera';
import { boardMeasurer } from '@/canvas/measurer';
import { targetIndex, targetKey } from '@/canvas/targetIndex';
import { createBoardPictures } from '@/editor/boardPictures';
import { canvasPaths } from '@/platform/canvasPaths';
import { loadFonts, onFontsArrived } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import styles from './Stage.module.css';
import type { ShownSheet } from './show';
import { type BoxSize, useBox } from './useBox';

/** How long the camera travels from stage to stage. */
const TRAVEL_MS = 200;
const LARGEST = 2.5;
/** Around a part that is looked at, as a share of its longer side. */
const AIR = 0.2;
/** Room around the sheet, in CSS pixels. */
const PADDING = 8;
/** Between a part and its frame, in units of the scene. */
const LIT_AIR = 8;
const VEIL = 0.72;

interface MapProps {
  readonly sheet: ShownSheet;
  readonly lang: Lang;
  readonly theme: ThemeName;
  /** The part to look at; null shows the whole sheet. */
  readonly part: Target | null;
  readonly readAsset: ReadAsset;
  readonly label: string;
}

/** The same layout as the board's, for a screen that nobody edits. */
function useScene({ sheet, lang, theme, part }: MapProps, lost: ReadonlySet<string>): Scene | null {
  const [hasFonts, setHasFonts] = useState(false);
  useEffect(() => {
    let isHere = true;
    void loadFonts().then(() => isHere && setHasFonts(true));
    return () => {
      isHere = false;
    };
  }, []);
  const [isRead, setRead] = useState(0);
  const { doc, personas, workshop, boards } = sheet;
  const kind = boardKind(doc.kind);
  useEffect(() => {
    void kind.prepare?.(doc)?.then(() => setRead((count) => count + 1));
  }, [kind, doc]);
  const key = part ? targetKey(part) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out again once the code for it has been read; a part is known by its key.
  return useMemo(() => {
    if (!hasFonts) return null;
    return kind.layout(doc, {
      measure: boardMeasurer(),
      t: translator(lang),
      lang,
      theme: themeOf(theme),
      personas,
      workshop,
      boards,
      lost,
      view: { form: 'screen', focus: part?.kind === 'stage' ? part : null },
    });
  }, [hasFonts, isRead, kind, doc, personas, workshop, boards, lost, lang, theme, key]);
}

/** What of the sheet is looked at: all of it, a stage from its head to its last row, or a part with some air around it. */
function lookedAt(scene: Scene, part: Target | null): Box {
  const whole = { x: 0, y: 0, w: scene.width, h: scene.height };
  const box = part && targetIndex(scene).get(targetKey(part))?.box;
  if (!box) return whole;
  if (part.kind === 'stage') return { ...whole, x: box.x, w: box.w };
  const air = Math.max(box.w, box.h) * AIR;
  return { x: box.x - air, y: box.y - air, w: box.w + 2 * air, h: box.h + 2 * air };
}

/** A part that is not a stage, which has a frame of its own: what lies around it steps back. */
function litBox(scene: Scene, part: Target | null): Box | null {
  if (!part || part.kind === 'stage') return null;
  const box = targetIndex(scene).get(targetKey(part))?.box;
  return box ? { x: box.x - LIT_AIR, y: box.y - LIT_AIR, w: box.w + 2 * LIT_AIR, h: box.h + 2 * LIT_AIR } : null;
}

/** Veils the sheet but for a box of it, and frames that. */
function light(context: CanvasRenderingContext2D, lit: Box, scene: Scene, { color, focusStage }: Theme): void {
  context.beginPath();
  context.rect(-scene.width, -scene.height, 3 * scene.width, 3 * scene.height);
  context.rect(lit.x, lit.y, lit.w, lit.h);
  context.globalAlpha = VEIL;
  context.fillStyle = color.paper;
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.strokeStyle = focusStage.border;
  context.lineWidth = 2;
  context.strokeRect(lit.x, lit.y, lit.w, lit.h);
}

function between(from: Camera, to: Camera, share: number): Camera {
  const eased = share * share * (3 - 2 * share);
  const along = (a: number, b: number) => a + (b - a) * eased;
  return {
    zoom: from.zoom * (to.zoom / from.zoom) ** eased,
    cx: along(from.cx, to.cx),
    cy: along(from.cy, to.cy),
  };
}

function paint(
  canvas: HTMLCanvasElement,
  scene: Scene,
  camera: Camera,
  size: BoxSize,
  images: ReadonlyMap<string, object>,
  spot: { readonly lit: Box; readonly theme: Theme } | null,
) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.max(1, Math.round(size.width * ratio));
  canvas.height = Math.max(1, Math.round(size.height * ratio));
  const scale = camera.zoom * ratio;
  const left = canvas.width / 2 - camera.cx * scale;
  const top = canvas.height / 2 - camera.cy * scale;
  context.setTransform(scale, 0, 0, scale, left, top);
  paintScene(context as unknown as Painter2D, scene, { paths: canvasPaths, images });
  if (spot) light(context, spot.lit, scene, spot.theme);
}

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The map as its board draws it; the camera travels to the stage, or jumps where motion is unwanted. */
export function MapPicture(props: MapProps) {
  const { part, readAsset, label } = props;
  const key = part ? targetKey(part) : '';
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useRef<{ readonly camera: Camera; readonly size: BoxSize } | null>(null);
  const [arrived, setArrived] = useState(0);
  const size = useBox(frame);
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  const scene = useScene(props, lost);
  const pictures = useRef<ReturnType<typeof createBoardPictures> | null>(null);
  useEffect(() => {
    const made = createBoardPictures(
      readAsset,
      () => setArrived((count) => count + 1),
      (asset) => setLost((known) => new Set([...known, asset])),
    );
    pictures.current = made;
    return () => made.destroy();
  }, [readAsset]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted again when pictures have arrived; a part is known by its key.
  useEffect(() => {
    const target = canvas.current;
    if (!scene || !target || size.width === 0 || size.height === 0) return;
    const images = pictures.current?.images ?? new Map();
    const to = fitBox(lookedAt(scene, part), size, PADDING, LARGEST);
    // In a room of another size it stands where it belongs at once.
    const from = seen.current?.size === size ? seen.current.camera : to;
    const lit = litBox(scene, part);
    const spot = lit && { lit, theme: themeOf(props.theme) };
    const draw = (camera: Camera) => {
      seen.current = { camera, size };
      paint(target, scene, camera, size, images, spot);
    };
    let request = 0;
    const since = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - since) / TRAVEL_MS));
      draw(between(from, to, share));
      if (share < 1) request = requestAnimationFrame(step);
    };
    if (isStill() || (from.cx === to.cx && from.zoom === to.zoom)) draw(to);
    else request = requestAnimationFrame(step);
    const stop = onFontsArrived(() => draw(seen.current?.camera ?? to));
    return () => {
      cancelAnimationFrame(request);
      stop();
    };
  }, [scene, key, size, arrived]);
  return (
    <div ref={frame} className={styles.map}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
