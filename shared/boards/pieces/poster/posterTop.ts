import type { IconName } from '../../../scene/icons';
import type { GroupPrimitive, Primitive, SemanticRole } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import type { LayoutContext } from '../../boardKind';
import type { PersonaDoc } from '../../persona/model';
import { icon } from '../shapes';
import { balancedBlock, drawBlock, type TextBlock, textBlock } from '../textBlock';
import { type PersonaCard, personaCard } from './personaCard';
import { type LogoRow, logoRow } from './posterLogo';
import type { PosterMetrics } from './posterMetrics';

/** What stands above the map: where it comes from, its title, its result, whom it is about. */
export interface PosterTop {
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

/** What a poster says of itself above its board. */
export interface PosterHeading {
  readonly icon: IconName;
  /** Kind of board, workshop, place: one line above the title. */
  readonly eyebrow: string;
  readonly title: string;
  /** One or two sentences under the title; empty leaves them out. */
  readonly result: string;
  /** Whom it is about. */
  readonly persona: PersonaDoc | undefined;
}

/** The parts of the line above the title: the kind of board, the workshop, the place. */
export const eyebrowText = (kind: string, ctx: Pick<LayoutContext, 'workshop' | 't' | 'lang'>): string => {
  const { title, place } = ctx.workshop;
  const parts = [kind, title ? ctx.t('journey.legend.workshop', { title }) : '', place];
  return typographic(parts.filter((part) => part !== '').join(', '), ctx.lang);
};

/** The title in the largest size that keeps it on one line; a longer one wraps in a size that stays a headline. */
function titleBlock(text: string, width: number, m: PosterMetrics, ctx: LayoutContext): TextBlock {
  for (const size of m.titles) {
    const block = textBlock(text, size, width, ctx);
    if (block.lines.length === 1) return block;
  }
  return balancedBlock(text, m.titleWhenLong, width, ctx);
}

interface Part {
  readonly block: TextBlock;
  readonly role: SemanticRole;
  readonly x: number;
  readonly top: number;
  readonly ink: string;
}

/** Widths of the two columns of the block: beside a card on a wide sheet; on a tall one only the result stands beside it. */
interface Widths {
  readonly title: number;
  readonly result: number;
}

interface Stack {
  /** The client's logo, before the line above the title; null for none. */
  readonly logo: LogoRow | null;
  /** Place of the sign before that line, from the corner of the block. */
  readonly sign: { readonly x: number; readonly y: number };
  readonly parts: readonly Part[];
  /** Where the result starts: beside it stands the card of a tall sheet. */
  readonly resultTop: number;
  readonly height: number;
}

function stack(heading: PosterHeading, ctx: LayoutContext, m: PosterMetrics, widths: Widths): Stack {
  const { color } = ctx.theme;
  const lead = m.eyebrow.icon + m.eyebrow.gap;
  const eyebrowAt = (width: number): TextBlock =>
    textBlock(heading.eyebrow, m.eyebrow.text, Math.max(1, width - lead), ctx);
  const logo = logoRow(ctx, m.logo, widths.title, eyebrowAt);
  const eyebrow = logo?.words ?? eyebrowAt(widths.title);
  const [left, top] = [m.margin + (logo?.x ?? 0), logo?.y ?? 0];
  const sign = { x: left, y: top + (m.eyebrow.text.lineHeight - m.eyebrow.icon) / 2 };
  const titleText = typographic(heading.title, ctx.lang);
  const title = titleBlock(titleText, widths.title, m, ctx);
  const titleTop = (logo ? logo.height + m.logo.gap / 3 : eyebrow.height) + m.titleAbove;
  const resultTop = titleTop + title.height + m.titleBelow;
  const parts: Part[] = [
    { block: eyebrow, role: 'p', x: left + lead, top, ink: color.blue },
    { block: title, role: 'h1', x: m.margin + m.titleShift, top: titleTop, ink: color.ink },
  ];
  if (!heading.result) return { logo, sign, parts, resultTop, height: resultTop };
  const room = Math.min(widths.result, m.result.width);
  const result = textBlock(typographic(heading.result, ctx.lang), m.result.text, room, ctx);
  parts.push({ block: result, role: 'p', x: m.margin, top: resultTop, ink: color.ink2 });
  return { logo, sign, parts, resultTop, height: resultTop + result.height };
}

function textGroup(part: Part, y: number): GroupPrimitive {
  const children: Primitive[] = [];
  drawBlock(children, part.block, part.x, y, part.ink);
  const bounds = { x: part.x, y, w: part.block.width, h: part.block.height };
  return { type: 'group', role: part.role, bounds, children };
}

/** The block above the map for a page. On a tall sheet the title has the whole width and the card stands under it. */
export function posterTop(
  heading: PosterHeading,
  ctx: LayoutContext,
  m: PosterMetrics,
  page: { readonly w: number; readonly h: number },
): PosterTop {
  const { persona } = heading;
  const card: PersonaCard | null = persona ? personaCard(persona, ctx, m) : null;
  const isTall = page.h > page.w;
  const inner = page.w - 2 * m.margin;
  const beside = card ? inner - m.card.width - m.card.gap : inner;
  const { logo, sign, parts, resultTop, height } = stack(heading, ctx, m, {
    title: isTall ? inner : beside,
    result: beside,
  });
  const cardTop = isTall ? resultTop : 0;
  const draw = (out: Primitive[], y: number): void => {
    logo?.draw(out, m.margin, y);
    out.push(icon(heading.icon, sign.x, y + sign.y, m.eyebrow.icon, ctx.theme.color.blue));
    for (const part of parts) out.push(textGroup(part, y + part.top));
    card?.draw(out, page.w - m.margin - m.card.width, y + cardTop);
  };
  // A card that is not shown leaves the air that it kept from the map.
  const air = ctx.view.hides?.includes('persona') && !ctx.view.part ? m.card.below : 0;
  return { height: Math.max(height + air, card ? cardTop + card.height + m.card.below : 0), draw };
}
