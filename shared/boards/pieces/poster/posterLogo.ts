import { LIGHT } from '../../../model/theme';
import type { WorkshopLogo } from '../../../model/workshop';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import type { LayoutContext } from '../../boardKind';
import { artifact, rect } from '../shapes';

/** How large a logo stands, in the units of its page. */
export interface LogoMetrics {
  /** Side of the square whose area every logo takes, so that a wide and a square one weigh the same. */
  readonly side: number;
  /** Most that it is high and wide. */
  readonly height: number;
  readonly width: number;
  /** Between it and the words beside or under it. */
  readonly gap: number;
}

/** Size of a logo: its own ratio, the area of `side`, within its limits. */
export function logoSize(
  { width, height }: Pick<WorkshopLogo, 'width' | 'height'>,
  m: LogoMetrics,
): { readonly w: number; readonly h: number } {
  const ratio = width / height;
  const w = Math.min(m.side * Math.sqrt(ratio), m.width, m.height * ratio);
  return { w, h: w / ratio };
}

/** What a logo says to those who do not see it: whose it is. */
export function logoAlt(client: string, t: LayoutContext['t']): string {
  const name = client.replace(/\s+/g, ' ').trim();
  if (name === '') return t('journey.poster.logo');
  return t(/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(name) ? 'journey.poster.logoOfVowel' : 'journey.poster.logoOf', {
    client: name,
  });
}

/** The client's logo at the head of a page, and what stands beside it or, where that has no room, under it. */
export interface LogoRow {
  /** Of the logo and of the words. */
  readonly height: number;
  /** Where the words begin, from the left and from the top of the row. */
  readonly x: number;
  readonly y: number;
  draw(out: Primitive[], x: number, y: number): void;
}

/** The row of a head whose first words are as wide as `wordsAt` says for a width; null for a page without a logo. */
export function logoRow<Words extends { readonly height: number }>(
  ctx: Pick<LayoutContext, 'workshop' | 't' | 'theme'>,
  m: LogoMetrics,
  width: number,
  wordsAt: (width: number) => Words,
): (LogoRow & { readonly words: Words }) | null {
  const { logo, client } = ctx.workshop;
  if (!logo) return null;
  // Logos are made for paper: on a dark ground they bring a piece of it.
  const plate = ctx.theme.isDark ? m.gap / 3 : 0;
  const size = logoSize(logo, { ...m, width: Math.min(m.width, width - 2 * plate) });
  const [w, h] = [size.w + 2 * plate, size.h + 2 * plate];
  const left = w + m.gap;
  const alone = wordsAt(width);
  const beside = width - left > 0 ? wordsAt(width - left) : null;
  const isBeside = beside !== null && beside.height <= Math.max(alone.height, h);
  const words = isBeside ? beside : alone;
  const height = isBeside ? Math.max(h, words.height) : h + m.gap / 2 + words.height;
  return {
    words,
    height,
    x: isBeside ? left : 0,
    y: isBeside ? (height - words.height) / 2 : h + m.gap / 2,
    draw: (out, x, y) => {
      const top = isBeside ? y + (height - h) / 2 : y;
      const bounds = { x, y: top, w, h };
      if (plate > 0) out.push(artifact(bounds, [rect(bounds, LIGHT.color.paper)]));
      out.push(logoFigure(logo, logoAlt(client, ctx.t), { x: x + plate, y: top + plate, ...size }));
    },
  };
}

/** A logo in a box of its own ratio. */
export const logoFigure = (
  logo: Pick<WorkshopLogo, 'asset'>,
  alt: string,
  box: GroupPrimitive['bounds'],
): GroupPrimitive => ({
  type: 'group',
  role: 'figure',
  alt,
  bounds: box,
  children: [{ type: 'image', ...box, asset: logo.asset, alt }],
});
