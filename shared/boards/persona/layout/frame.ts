import type { TranslateFn } from '../../../i18n/translate';
import type { Theme } from '../../../model/theme';
import type { PosterPart } from '../../../scene/posterParts';
import type { Color, GroupPrimitive, Primitive, SemanticRole, Target } from '../../../scene/primitives';
import type { TextMeasurer } from '../../../text/measure';
import { typographic } from '../../../text/typography';
import type { LayoutContext } from '../../boardKind';
import { type FrameMemo, lostName, memoOf } from '../../pieces/layoutMemo';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import type { PersonaDoc } from '../model';
import type { PersonaMetrics } from './metrics';

/** What every part of the page needs to know of the sheet it stands on. */
export interface PersonaFrame {
  readonly doc: PersonaDoc;
  /** On a poster, for its head. */
  readonly workshop: LayoutContext['workshop'];
  readonly t: TranslateFn;
  readonly lang: 'fr' | 'en';
  readonly measure: TextMeasurer;
  readonly theme: Theme;
  readonly isPoster: boolean;
  /** The photograph is gone. */
  readonly isPhotoLost: boolean;
  readonly memo: FrameMemo;
  readonly m: PersonaMetrics;
  /** Asks the questions of filled blocks too. */
  readonly prompts: boolean;
  /** What a poster is made without. */
  readonly hides: readonly PosterPart[];
}

/** The frame of a form of the page. */
export function frameOf(doc: PersonaDoc, ctx: LayoutContext, m: PersonaMetrics): PersonaFrame {
  const { hides = [] } = ctx.view;
  return {
    doc,
    workshop: ctx.workshop,
    t: ctx.t,
    lang: ctx.lang,
    measure: ctx.measure,
    theme: ctx.theme,
    isPoster: m.name === 'poster',
    isPhotoLost: doc.info.photo !== null && ctx.lost?.has(doc.info.photo.asset) === true,
    memo: memoOf(ctx.measure, `persona/${m.name}/${ctx.lang}/${ctx.theme.name}/${hides.join()}${lostName(ctx.lost)}`),
    m: hides.includes('evidence') ? { ...m, block: { ...m.block, lead: 0 } } : m,
    hides,
    prompts: ctx.view.prompts === true && m.name !== 'poster',
  };
}

/** A part of the page: measured for a width, then drawn where its place is known. */
export interface Part {
  readonly height: number;
  draw(out: Primitive[], x: number, y: number): void;
}

/** A text that can be edited where it stands. */
export interface Words {
  readonly target?: Target;
  readonly role: SemanticRole;
  readonly block: TextBlock;
  /** Room the text was broken for. */
  readonly w: number;
  readonly stored: string;
  readonly ink: Color;
  readonly background?: Color;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Breaks a text as it is written in the language of the sheet. */
export const wordsBlock = (text: string, style: TextStyle, width: number, frame: PersonaFrame): TextBlock =>
  textBlock(typographic(text, frame.lang), style, Math.max(width, style.font.size), frame);

/** The group of a text at a place, with what is drawn beside it. */
export function wordsGroup(
  words: Words,
  x: number,
  y: number,
  frame: Pick<PersonaFrame, 'isPoster'>,
  beside: readonly Primitive[] = [],
  around?: { readonly x: number; readonly w: number },
): GroupPrimitive {
  const { block, role, target, w, stored, ink, background, prefix, suffix } = words;
  const children: Primitive[] = [...beside];
  drawBlock(children, block, x, y, ink);
  const left = around?.x ?? x;
  const width = around?.w ?? w;
  // One sign that is wider than its column stays whole: the group is as wide as what it holds.
  const bounds = { x: left, y, w: Math.max(width, x - left + block.width), h: block.height };
  if (frame.isPoster || !target) return { type: 'group', role, ...(target ? { target } : {}), bounds, children };
  const editBox = editBoxOf(block, { x, y, w }, stored, ink, {
    ...(background ? { background } : {}),
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  });
  return { type: 'group', role, target, bounds, children, editBox };
}
