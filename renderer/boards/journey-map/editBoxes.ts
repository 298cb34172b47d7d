import type { Theme } from '@shared/model/theme';
import type { EditBox, GroupPrimitive, Primitive, Target, TextLinePrimitive } from '@shared/scene/primitives';
import { type PlacedTarget, type TargetIndex, targetKey } from '@/canvas/targetIndex';

/** Width of a quote that has no place yet, in scene units. */
const NEW_QUOTE_WIDTH = 150;

function largestLine(group: GroupPrimitive): TextLinePrimitive | null {
  let largest: TextLinePrimitive | null = null;
  const visit = (item: Primitive): void => {
    if (item.type === 'group') item.children.forEach(visit);
    else if (item.type === 'text' && (!largest || item.font.size > largest.font.size)) largest = item;
  };
  visit(group);
  return largest;
}

/** An indicator is edited by its value, which is its largest figure. */
function valueBox(placed: PlacedTarget, theme: Theme, text: string): EditBox | null {
  const line = largestLine(placed.group);
  if (!line) return null;
  const lineHeight = line.font.size * 1.2;
  return {
    x: line.x,
    y: line.y - line.font.size * 0.95,
    w: Math.max(40, placed.box.x + placed.box.w - line.x),
    h: lineHeight,
    font: line.font,
    lineHeight,
    align: 'left',
    color: theme.color.ink,
    background: theme.color.paper,
    text,
  };
}

/** A quote that nobody has said yet is written above its face. */
function newQuoteBox(face: PlacedTarget, theme: Theme): EditBox {
  const lineHeight = 17;
  const below = face.box.y < 60;
  return {
    x: face.box.x + face.box.w / 2 - NEW_QUOTE_WIDTH / 2,
    y: below ? face.box.y + face.box.h + 4 : face.box.y - lineHeight - 4,
    w: NEW_QUOTE_WIDTH,
    h: lineHeight,
    font: { family: 'Besley', size: 13.5, weight: 600, italic: true },
    lineHeight,
    align: 'center',
    color: theme.color.ink,
    background: theme.color.paper2,
    text: '',
  };
}

/** Where a text of a journey is written that has no edit box: over an indicator's figure, at a face without words. */
export function journeyEditBox(index: TargetIndex, target: Target, theme: Theme, text: string): EditBox | null {
  if (target.kind === 'indicator') {
    const placed = index.get(targetKey(target));
    return placed && valueBox(placed, theme, text);
  }
  if (target.kind !== 'quote') return null;
  const face = index.get(targetKey({ kind: 'emotion-point', id: target.id }));
  return face && newQuoteBox(face, theme);
}
