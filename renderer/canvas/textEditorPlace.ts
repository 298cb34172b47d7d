import type { EditBox, FontSpec } from '@shared/scene/primitives';
import { cssFont, type TextMeasurer } from '@shared/text/measure';
import { type Camera, toScreen, type ViewSize } from './camera';

/** Style of the textarea that covers an edit box: laid out in scene units and scaled, so that lines break alike at every zoom. */
export interface EditorPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly minHeight: number;
  readonly scale: number;
  readonly font: string;
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly textAlign: 'left' | 'center' | 'right';
  /** Room for what is drawn before the text but not stored, such as an opening guillemet. */
  readonly textIndent: number;
  readonly color: string;
}

/** A centred text has its marks on both sides: nothing to indent. */
function indentOf(box: EditBox, font: FontSpec, measure: TextMeasurer): number {
  if (!box.prefix || box.align !== 'left') return 0;
  return measure.width(box.prefix, font);
}

export function editorPlace(box: EditBox, camera: Camera, view: ViewSize, measure: TextMeasurer): EditorPlace {
  const corner = toScreen(camera, view, box);
  return {
    left: corner.x,
    top: corner.y,
    // The last letter must not wrap for a rounding of the browser's.
    width: box.w + 0.5,
    minHeight: Math.max(box.h, box.lineHeight),
    scale: camera.zoom,
    font: cssFont(box.font),
    lineHeight: box.lineHeight,
    letterSpacing: (box.font.tracking ?? 0) * box.font.size,
    textAlign: box.align,
    textIndent: indentOf(box, box.font, measure),
    color: box.color,
  };
}
