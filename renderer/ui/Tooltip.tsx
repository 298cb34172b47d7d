import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePlatform } from './preferences';
import { shortcutText } from './shortcutText';
import styles from './Tooltip.module.css';
import { useT } from './useT';

type TipSide = 'top' | 'bottom' | 'left' | 'right';

interface Shown {
  readonly anchor: HTMLElement;
  readonly text: string;
  readonly keys: string;
  readonly side: TipSide;
}

const DELAY_MS = 450;
/** After one tooltip the next opens at once for a moment, as one reads along a row of tools. */
const WARM_MS = 600;
const GAP = 8;
const MARGIN = 6;

function shownFor(target: EventTarget | null): Shown | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-tip],[data-tip-keys]') : null;
  if (!anchor) return null;
  const keys = anchor.dataset.tipKeys ?? '';
  const text = anchor.dataset.tip ?? (keys ? (anchor.textContent ?? '') : '');
  if (!text) return null;
  return { anchor, text, keys, side: (anchor.dataset.tipSide as TipSide | undefined) ?? 'bottom' };
}

function place(anchor: DOMRect, tip: DOMRect, wanted: TipSide): { x: number; y: number } {
  const below = anchor.bottom + GAP + tip.height <= innerHeight - MARGIN;
  const side = wanted === 'bottom' && !below ? 'top' : wanted;
  const middleX = anchor.left + anchor.width / 2 - tip.width / 2;
  const middleY = anchor.top + anchor.height / 2 - tip.height / 2;
  const spot = {
    bottom: { x: middleX, y: anchor.bottom + GAP },
    top: { x: middleX, y: anchor.top - GAP - tip.height },
    right: { x: anchor.right + GAP, y: middleY },
    left: { x: anchor.left - GAP - tip.width, y: middleY },
  }[side];
  return {
    x: Math.max(MARGIN, Math.min(spot.x, innerWidth - tip.width - MARGIN)),
    y: Math.max(MARGIN, Math.min(spot.y, innerHeight - tip.height - MARGIN)),
  };
}

/** Shows the tooltip of whatever carries `data-tip`: one listener and one box for the whole window. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const t = useT();
  const platform = usePlatform();

  useEffect(() => {
    let timer = 0;
    let closedAt = 0;
    let current: Shown | null = null;
    const set = (next: Shown | null) => {
      if (current && !next) closedAt = performance.now();
      current = next;
      setShown(next);
    };
    const open = (next: Shown) => {
      clearTimeout(timer);
      if (current?.anchor === next.anchor) return;
      const warm = current !== null || performance.now() - closedAt < WARM_MS;
      timer = window.setTimeout(() => set(next), warm ? 0 : DELAY_MS);
    };
    const close = () => {
      clearTimeout(timer);
      if (current) set(null);
    };
    const over = (event: Event) => {
      const next = shownFor(event.target);
      if (next) open(next);
      else close();
    };
    const focus = (event: FocusEvent) => {
      const next = shownFor(event.target);
      if (next && event.target instanceof Element && event.target.matches(':focus-visible')) open(next);
      else close();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', close);
    document.addEventListener('pointerdown', close, true);
    document.addEventListener('keydown', close, true);
    document.addEventListener('wheel', close, { capture: true, passive: true });
    window.addEventListener('blur', close);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', close);
      document.removeEventListener('pointerdown', close, true);
      document.removeEventListener('keydown', close, true);
      document.removeEventListener('wheel', close, { capture: true });
      window.removeEventListener('blur', close);
    };
  }, []);

  useLayoutEffect(() => {
    if (!shown || !box.current) return;
    const { x, y } = place(shown.anchor.getBoundingClientRect(), box.current.getBoundingClientRect(), shown.side);
    box.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} className={styles.tip} aria-hidden="true" data-testid="tooltip">
      <span>{shown.text}</span>
      {shown.keys && <span className={styles.keys}>{shortcutText(shown.keys, platform, t)}</span>}
    </div>
  );
}
