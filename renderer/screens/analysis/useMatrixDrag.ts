import { type PointerEvent, type PointerEventHandler, useEffect, useRef, useState } from 'react';

/** A cell of the matrix; null is beside it, among those to place. */
export type MatrixPlace = { readonly impact: number; readonly effort: number } | null;

/** A pointer that moves less than this only presses. */
const SLOP = 4;

interface Started {
  readonly id: string;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly element: HTMLElement;
  isMoving: boolean;
}

/** The cell under a point of the window; undefined outside of the matrix and of what is to be placed. */
function placeAt(x: number, y: number): MatrixPlace | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const cell = element.closest<HTMLElement>('[data-cell]')?.dataset.cell;
    if (cell) {
      const [impact = 1, effort = 1] = cell.split(' ').map(Number);
      return { impact, effort };
    }
    if (element.closest('[data-tray]')) return null;
  }
  return undefined;
}

/** Drags notes between the cells of a matrix; Escape takes a drag back. `onDrop` hears of the place a note was let go on. */
export function useMatrixDrag(onDrop: (id: string, place: MatrixPlace) => void) {
  const started = useRef<Started | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<MatrixPlace | undefined>(undefined);
  const end = () => {
    const drag = started.current;
    started.current = null;
    if (drag) drag.element.style.translate = '';
    setDragged(null);
    setOver(undefined);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `end` only uses what stays the same.
  useEffect(() => {
    if (dragged === null) return;
    // Before the page hears of it: Escape would leave it.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [dragged]);

  const start = (event: PointerEvent<HTMLElement>, id: string) => {
    if (event.button !== 0) return;
    const { currentTarget: element, pointerId: pointer, clientX: x, clientY: y } = event;
    started.current = { id, pointer, x, y, element, isMoving: false };
  };
  const onPointerMove: PointerEventHandler<HTMLElement> = (event) => {
    const drag = started.current;
    if (!drag || drag.pointer !== event.pointerId) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.isMoving && Math.hypot(dx, dy) < SLOP) return;
    if (!drag.isMoving) {
      drag.isMoving = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(drag.id);
    }
    drag.element.style.translate = `${dx}px ${dy}px`;
    setOver(placeAt(event.clientX, event.clientY));
  };
  const onPointerUp: PointerEventHandler<HTMLElement> = (event) => {
    const drag = started.current;
    const place = drag?.isMoving ? placeAt(event.clientX, event.clientY) : undefined;
    end();
    if (drag && place !== undefined) onDrop(drag.id, place);
  };
  return {
    start,
    dragged,
    over: over ?? null,
    isOverTray: over === null,
    handlers: { onPointerMove, onPointerUp, onPointerCancel: end },
  };
}
