import type { Color, GroupPrimitive, Primitive, SemanticRole, Target } from '../../../scene/primitives';
import { quoteMarks, typographic, unquoted } from '../../../text/typography';
import { drawEvidence } from '../../pieces/footGlyphs';
import { stable } from '../../pieces/layoutMemo';
import { logoRow } from '../../pieces/poster/posterLogo';
import { rule } from '../../pieces/shapes';
import { balancedBlock, type TextBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import type { HeadLine } from '../blocks';
import { slotOf } from '../order';
import { NAME_TARGET, QUOTE_TARGET, TAGLINE_TARGET } from '../targets';
import { type Part, type PersonaFrame, wordsBlock, wordsGroup } from './frame';

interface Line {
  readonly target?: Target;
  readonly role: SemanticRole;
  readonly block: TextBlock;
  readonly stored: string;
  readonly ink: Color;
  readonly top: number;
  /** From the left edge of the head. */
  readonly x?: number;
  /** Size of the sign of a supposition before it: other proofs of the head are told in the panel. */
  readonly sign?: number;
  readonly marks?: { readonly prefix: string; readonly suffix: string };
}

/** Size of the sign before a supposed line, as a share of its letters. */
const SIGN = 0.55;

/** The name in the largest size that keeps it on one line; a longer one wraps in the smallest. */
function nameBlock(text: string, width: number, frame: PersonaFrame): TextBlock {
  const { names } = frame.m.head;
  const blocks = names.map((size) => wordsBlock(text, size, width, frame));
  return blocks.find(({ lines }) => lines.length === 1) ?? (blocks[blocks.length - 1] as TextBlock);
}

/** One line above the name: the kind of persona where it is not the primary one; on a poster also the workshop. */
function eyebrow(frame: PersonaFrame, workshop: string): string {
  const { kind } = frame.doc.info;
  const parts = [
    kind === 'primary' && !frame.isPoster ? '' : frame.t(`persona.kind.${kind}`),
    frame.isPoster ? workshop : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Name, tagline and quote above the columns; what is missing is asked for on screen and left out of a poster. */
export function headPart(width: number, workshop: string, frame: PersonaFrame): Part {
  const m = frame.m.head;
  const { info } = frame.doc;
  const { color } = frame.theme;
  const lines: Line[] = [];
  let y = 0;
  const add = (line: Omit<Line, 'top'>, below: number): void => {
    lines.push({ ...line, top: y });
    y += line.block.height + below;
  };
  const above = eyebrow(frame, workshop);
  const aboveAt = (room: number): TextBlock => wordsBlock(above, m.eyebrow, room, frame);
  const logo = frame.isPoster ? logoRow(frame, m.logo, width, aboveAt) : null;
  const kindInk = info.kind === 'negative' ? color.red : color.blue;
  if (logo) {
    lines.push({ role: 'p', block: logo.words, stored: '', ink: kindInk, x: logo.x, top: logo.y });
    y = logo.height + m.logo.gap / 3;
  } else if (above !== '') {
    add({ role: 'p', block: aboveAt(width), stored: '', ink: kindInk }, m.eyebrowBelow);
  }
  const hint = (stored: string, key: 'name' | 'tagline' | 'quote'): string => {
    if (stored.trim() !== '') return stored;
    if (!frame.isPoster) return frame.t(`persona.placeholder.${key}`);
    return key === 'name' ? frame.t('persona.unnamed') : '';
  };
  /** A supposed line stands behind its sign. */
  const signOf = (line: HeadLine, style: TextStyle): { readonly sign: number; readonly x: number } | null => {
    if (info[line].trim() === '' || slotOf(frame.doc, line).evidence !== 'hypothesis') return null;
    const sign = style.font.size * SIGN;
    return { sign, x: sign * 1.5 };
  };
  const inkOf = (stored: string, ink: Color): Color => (stored.trim() === '' ? color.ink3 : ink);
  const name = nameBlock(hint(info.name, 'name'), width, frame);
  add({ target: NAME_TARGET, role: 'h1', block: name, stored: info.name, ink: inkOf(info.name, color.ink) }, 0);
  y += m.taglineAbove;
  const tagline = hint(info.tagline, 'tagline');
  if (tagline !== '') {
    const sign = signOf('tagline', m.tagline);
    const block = wordsBlock(tagline, m.tagline, width - (sign?.x ?? 0), frame);
    const ink = inkOf(info.tagline, color.ink2);
    add({ target: TAGLINE_TARGET, role: 'p', block, stored: info.tagline, ink, ...sign }, m.taglineBelow);
  }
  const quote = hint(info.quote, 'quote');
  if (quote !== '') {
    const { open, close } = quoteMarks(frame.lang);
    const said = unquoted(quote);
    const isOwn = info.quote.trim() !== '';
    const shown = isOwn ? `${open}${typographic(said, frame.lang)}${close}` : quote;
    const sign = signOf('quote', m.quote);
    const block = balancedBlock(typographic(shown, frame.lang), m.quote, width - (sign?.x ?? 0), frame);
    const marks = isOwn && said === info.quote ? { marks: { prefix: open, suffix: close } } : {};
    add(
      {
        target: QUOTE_TARGET,
        role: 'p',
        block,
        stored: info.quote,
        ink: inkOf(info.quote, color.blue),
        ...marks,
        ...sign,
      },
      0,
    );
  }
  const height = y + m.below;
  const draw = (out: Primitive[], x: number, top: number): void => {
    const key = [x, top, width, height, above, info.name, info.tagline, info.quote, info.kind, logo && frame.workshop];
    const { tagline: taglineSlot, quote: quoteSlot } = frame.doc.factSlots;
    out.push(
      stable(frame.memo, 'head', [...key, taglineSlot, quoteSlot], (): GroupPrimitive => {
        const children: Primitive[] = lines.map((line) => {
          const { target, role, block, stored, ink, marks, sign } = line;
          const left = x + (line.x ?? 0);
          const words = {
            role,
            block,
            w: role === 'p' ? Math.min(width, block.width + 0.01) : width,
            stored,
            ink,
            background: color.paper,
            ...(target ? { target } : {}),
            ...marks,
          };
          if (sign === undefined) return wordsGroup(words, left, top + line.top, frame);
          const beside: Primitive[] = [];
          drawEvidence(beside, 'hypothesis', x, top + line.top + (block.style.lineHeight - sign) / 2, sign, ink);
          return wordsGroup(words, left, top + line.top, frame, beside, { x, w: words.w + left - x });
        });
        const first: Primitive[] = [];
        logo?.draw(first, x, top);
        children.unshift(...first);
        const at = top + height - m.rule / 2;
        children.push(rule(x, at, x + width, at, color.ink, m.rule));
        return { type: 'group', role: 'section', bounds: { x, y: top, w: width, h: height }, children };
      }),
    );
  };
  return { height, draw };
}
