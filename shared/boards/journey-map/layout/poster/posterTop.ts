import type { GroupPrimitive, Primitive, SemanticRole } from '../../../../scene/primitives';
import { typographic } from '../../../../text/typography';
import type { LayoutContext } from '../../../boardKind';
import type { JourneyMapDoc } from '../../model';
import type { TextStyle } from '../metrics';
import { icon } from '../shapes';
import { drawBlock, type TextBlock, textBlock } from '../textBlock';
import { type PersonaCard, personaCard } from './personaCard';
import type { PosterMetrics } from './posterMetrics';

/** What stands above the map: where it comes from, its title, its result, whom it is about. */
export interface PosterTop {
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

/** `Parcours client actuel, atelier « Boutique Commerce », Nantes`. */
function eyebrowText(doc: JourneyMapDoc, ctx: LayoutContext): string {
  const { title, place } = ctx.workshop;
  const parts = [
    ctx.t(`journey.stateLong.${doc.info.state}`),
    title ? ctx.t('journey.legend.workshop', { title }) : '',
    place,
  ];
  return typographic(parts.filter((part) => part !== '').join(', '), ctx.lang);
}

/** The title in the largest size that keeps it on one line; a longer one wraps in a size that stays a headline. */
function titleBlock(text: string, width: number, m: PosterMetrics, ctx: LayoutContext): TextBlock {
  for (const size of m.titles) {
    const block = textBlock(text, size, width, ctx);
    if (block.lines.length === 1) return block;
  }
  return textBlock(text, m.titleWhenLong, width, ctx);
}

interface Part {
  readonly block: TextBlock;
  readonly role: SemanticRole;
  readonly x: number;
  readonly top: number;
  readonly ink: string;
}

function stack(
  doc: JourneyMapDoc,
  ctx: LayoutContext,
  m: PosterMetrics,
  width: number,
): { readonly parts: readonly Part[]; readonly height: number } {
  const { color } = ctx.theme;
  const parts: Part[] = [];
  let y = 0;
  const add = (
    text: string,
    style: TextStyle | TextBlock,
    role: SemanticRole,
    ink: string,
    x: number,
    room: number,
  ) => {
    const block = 'lines' in style ? style : textBlock(text, style, room, ctx);
    parts.push({ block, role, x: m.margin + x, top: y, ink });
    y += block.height;
  };
  const lead = m.eyebrow.icon + m.eyebrow.gap;
  add(eyebrowText(doc, ctx), m.eyebrow.text, 'p', color.blue, lead, width - lead);
  y += m.titleAbove;
  const title = typographic(doc.info.title || ctx.t('journey.newTitle'), ctx.lang);
  add(title, titleBlock(title, width, m, ctx), 'h1', color.ink, m.titleShift, width);
  if (doc.info.result) {
    y += m.titleBelow;
    add(typographic(doc.info.result, ctx.lang), m.result.text, 'p', color.ink2, 0, Math.min(width, m.result.width));
  }
  return { parts, height: y };
}

function textGroup(part: Part, y: number): GroupPrimitive {
  const children: Primitive[] = [];
  drawBlock(children, part.block, part.x, y, part.ink);
  const bounds = { x: part.x, y, w: part.block.width, h: part.block.height };
  return { type: 'group', role: part.role, bounds, children };
}

/** The block above the map for a page width. */
export function posterTop(doc: JourneyMapDoc, ctx: LayoutContext, m: PosterMetrics, pageWidth: number): PosterTop {
  const personaId = doc.info.personaIds[0];
  const persona = personaId ? ctx.personas[personaId] : undefined;
  const card: PersonaCard | null = persona ? personaCard(persona, ctx, m) : null;
  const inner = pageWidth - 2 * m.margin;
  const width = card ? inner - m.card.width - m.card.gap : inner;
  const { parts, height } = stack(doc, ctx, m, width);
  const draw = (out: Primitive[], y: number): void => {
    const { icon: size, text } = m.eyebrow;
    out.push(icon('path', m.margin, y + (text.lineHeight - size) / 2, size, ctx.theme.color.blue));
    for (const part of parts) out.push(textGroup(part, y + part.top));
    card?.draw(out, pageWidth - m.margin - m.card.width, y);
  };
  return { height: Math.max(height, card?.height ?? 0), draw };
}
