import type { AnyDoc } from '@shared/model/document';
import { themeOf } from '@shared/model/theme';
import type { Box } from '@shared/scene/primitives';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { screenBox, visibleBox } from '@/canvas/camera';
import { targetKey } from '@/canvas/targetIndex';
import { classNames } from '@/ui/classNames';
import { useThemeName } from '@/ui/preferences';
import type { BoardController } from './boardController';
import styles from './Minimap.module.css';
import { useUi } from './useController';

/** Longest sides of the little map, in CSS pixels. */
const MOST_WIDE = 200;
const MOST_HIGH = 130;
/** It comes up when less than this share of the board is in view. */
const SHARE = 0.3;
/** It is drawn once the board has been at rest for this long. */
const REST_MS = 250;
/** Free around it, in CSS pixels. */
const EDGE = 12;

/** The whole board, small, while only a part of it is in view. For hands on a mouse; the outline is the same for keys and ears. */
export function Minimap<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const isWanted = useUi(controller, (ui) => ui.minimap);
  const [isLarge, setLarge] = useState(false);
  useEffect(() => {
    const look = () => {
      const { scene } = controller.now();
      const seen = visibleBox(controller.camera.get(), controller.viewSize());
      const share = Math.min(1, seen.w / scene.width) * Math.min(1, seen.h / scene.height);
      setLarge(share < SHARE);
    };
    let timer = 0;
    const lookSoon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(look, REST_MS);
    };
    lookSoon();
    const stops = [controller.camera.subscribe(lookSoon), controller.session.store.subscribe(lookSoon)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [controller]);
  return isWanted && isLarge ? <LittleMap controller={controller} /> : null;
}

function LittleMap<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const theme = useThemeName();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  const [isAside, setAside] = useState(false);

  useEffect(() => {
    let timer = 0;
    const draw = () => {
      if (canvas.current) paint(controller, canvas.current, theme);
      follow();
    };
    const drawSoon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(draw, REST_MS);
    };
    const follow = () => {
      if (frame.current) placeFrame(controller, frame.current);
    };
    let asideTimer = 0;
    const stepAsideSoon = () => {
      clearTimeout(asideTimer);
      asideTimer = window.setTimeout(() => {
        if (!held.current) setAside(coversChosen(controller));
      }, REST_MS);
    };
    draw();
    stepAsideSoon();
    const stops = [
      controller.session.store.subscribe((state, before) => {
        if (state.doc !== before.doc) drawSoon();
      }),
      controller.ui.subscribe((state, before) => {
        if (state.unfolded !== before.unfolded) drawSoon();
      }),
      controller.camera.subscribe(() => {
        follow();
        stepAsideSoon();
      }),
      controller.state.subscribe(stepAsideSoon),
    ];
    return () => {
      clearTimeout(timer);
      clearTimeout(asideTimer);
      for (const stop of stops) stop();
    };
  }, [controller, theme]);

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { scene } = controller.now();
    const scale = scaleOf(scene);
    controller.moves.center({ x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale });
  };
  const { scene } = controller.now();
  const scale = scaleOf(scene);
  return (
    <div
      className={classNames(styles.map, isAside && styles.aside)}
      style={{ width: scene.width * scale, height: scene.height * scale }}
      aria-hidden="true"
      data-testid="minimap"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = true;
        goTo(event);
      }}
      onLostPointerCapture={() => {
        held.current = false;
      }}
      onPointerMove={goTo}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <div ref={frame} className={styles.frame} />
    </div>
  );
}

const scaleOf = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(MOST_WIDE / width, MOST_HIGH / height);

/** Whether something chosen lies under the map at its usual corner: it stands at the other one then. */
function coversChosen<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { scene, index } = controller.now();
  const scale = scaleOf(scene);
  const view = controller.viewSize();
  const left = view.width - scene.width * scale - 2 * EDGE;
  const top = view.height - scene.height * scale - 2 * EDGE;
  return controller.selection().some((target) => {
    const box = index.get(targetKey(target))?.box;
    if (!box) return false;
    const on = screenBox(controller.camera.get(), view, box);
    // What fills half of the view is not hidden by a map.
    if (on.w > view.width / 2 || on.h > view.height / 2) return false;
    return on.x + on.w > left && on.x < view.width && on.y + on.h > top && on.y < view.height;
  });
}

function placeFrame<Doc extends AnyDoc>(controller: BoardController<Doc>, frame: HTMLElement): void {
  const { scene } = controller.now();
  const scale = scaleOf(scene);
  const seen = visibleBox(controller.camera.get(), controller.viewSize());
  const left = Math.max(0, seen.x) * scale;
  const top = Math.max(0, seen.y) * scale;
  const right = Math.min(scene.width, seen.x + seen.w) * scale;
  const bottom = Math.min(scene.height, seen.y + seen.h) * scale;
  frame.style.transform = `translate(${left}px, ${top}px)`;
  frame.style.width = `${Math.max(0, right - left)}px`;
  frame.style.height = `${Math.max(0, bottom - top)}px`;
}

/** One rectangle for each thing: enough to find one's way, and cheap for a board of thousands. */
function paint<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  canvas: HTMLCanvasElement,
  themeName: Parameters<typeof themeOf>[0],
): void {
  const theme = themeOf(themeName);
  const { plug } = controller;
  const { scene, index, inputs } = controller.now();
  const ratio = window.devicePixelRatio || 1;
  const scale = scaleOf(scene) * ratio;
  canvas.width = Math.ceil(scene.width * scale);
  canvas.height = Math.ceil(scene.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = theme.color.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const fill = (box: Box, color: string) => {
    context.fillStyle = color;
    context.fillRect(box.x * scale, box.y * scale, Math.max(1, box.w * scale), Math.max(1, box.h * scale));
  };
  for (const { target, box } of index.list) {
    if (plug.targets.isContent(target)) {
      const note = plug.notes.get(inputs.doc, target);
      const paper = note && (note.color ?? plug.notes.paper(inputs.doc, note));
      fill(box, paper ? theme.note[paper].band : theme.color.lineStrong);
    } else if (plug.panels.headings.has(target.kind)) fill(box, theme.stage.fill);
  }
}
