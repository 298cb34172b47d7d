import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { SheetId } from '@/session/sheetRef';

export interface TabOverflow {
  /** Tabs are out of view at that end. */
  readonly before: boolean;
  readonly after: boolean;
  /** Brings the next tab that is cut or hidden at an end into view. */
  readonly turn: (to: 'before' | 'after') => void;
}

const NONE = { before: false, after: false };
/** Widths are fractions of pixels, places of a scroll are not. */
const SLACK = 1.5;
/** Room that the arrow at an end takes, as the style sheet has it. */
const ARROW = 30;

/** What of the tabs is out of view. The tab on show is always brought into view. */
export function useTabOverflow(list: RefObject<HTMLElement | null>, shown: SheetId | undefined): TabOverflow {
  const [ends, setEnds] = useState(NONE);
  const look = () => {
    const element = list.current;
    if (!element) return;
    const before = element.scrollLeft > SLACK;
    const after = element.scrollLeft + element.clientWidth < element.scrollWidth - SLACK;
    setEnds((known) => (known.before === before && known.after === after ? known : { before, after }));
  };
  // A renamed or an added tab changes what fits without changing the size of the list.
  useLayoutEffect(look);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is one element for the life of the bar, and `look` only reads it.
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      look();
      bringIntoView(element, shown);
    });
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    bringIntoView(element, shown);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [shown]);

  const turn = (to: 'before' | 'after') => {
    const element = list.current;
    if (!element) return;
    const view = element.getBoundingClientRect();
    const tabs = [...element.querySelectorAll<HTMLElement>('[data-tab]')];
    const next =
      to === 'after'
        ? tabs.find((tab) => tab.getBoundingClientRect().right > view.right - ARROW + SLACK)
        : tabs.findLast((tab) => tab.getBoundingClientRect().left < view.left + ARROW - SLACK);
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return { ...ends, turn };
}

function bringIntoView(list: HTMLElement, id: SheetId | undefined): void {
  const tab = id && list.querySelector(`[data-tab="${CSS.escape(id)}"]`);
  if (tab) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
