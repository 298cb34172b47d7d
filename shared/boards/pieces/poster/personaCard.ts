import type { Primitive } from '../../../scene/primitives';
import { quoted, typographic } from '../../../text/typography';
import type { LayoutContext } from '../../boardKind';
import type { PersonaDoc } from '../../persona/model';
import { portraitScene } from '../../persona/portrait';
import { rect } from '../shapes';
import { drawBlock, type TextBlock, textBlock } from '../textBlock';
import { posterLook } from './posterLook';
import type { PosterMetrics } from './posterMetrics';

export interface PersonaCard {
  readonly height: number;
  draw(out: Primitive[], x: number, y: number): void;
}

/** `36 ans, contrôleuse de gestion, Nantes.` then the short facts. */
function factsText({ info }: PersonaDoc, ctx: LayoutContext): string {
  const age = /^\d+$/.test(info.age) ? ctx.t('journey.poster.age', { age: info.age }) : info.age;
  const line = [age, info.role, info.place].filter((part) => part !== '').join(', ');
  const sentence = line === '' || /[.!?…]$/.test(line) ? line : `${line}.`;
  return typographic([sentence, info.facts].filter((part) => part !== '').join('\n'), ctx.lang);
}

/** Whom the map is about: portrait, name, facts, quote. As high as its words. */
export function personaCard(persona: PersonaDoc, ctx: LayoutContext, m: PosterMetrics): PersonaCard {
  const { card } = m;
  const look = posterLook(ctx.theme).card;
  const { info } = persona;
  const portrait = info.portrait ? card.portrait : 0;
  const [padTop, padRight, padBottom, padLeft] = card.pad;
  const width = card.width - portrait - padLeft - padRight;
  const block = (text: string, style: PosterMetrics['card']['name']): TextBlock | null =>
    text === '' ? null : textBlock(text, style, width, ctx);
  const name = block(info.name, card.name);
  const facts = block(factsText(persona, ctx), card.facts);
  const quote = block(quoted(info.quote, ctx.lang), card.quote);
  const text =
    (name?.height ?? 0) + (facts ? card.factsAbove + facts.height + card.factsBelow : 0) + (quote?.height ?? 0);
  const height = Math.max(card.height, padTop + text + padBottom);
  const draw = (out: Primitive[], x: number, y: number): void => {
    const box = { x, y, w: card.width, h: height };
    const ground: Primitive[] = [rect(box, look.fill)];
    if (info.portrait) ground.push(...portraitScene(info.portrait, { x, y, w: portrait, h: height }));
    out.push({ type: 'group', role: 'figure', alt: info.name, bounds: box, children: ground });
    let top = y + padTop;
    const add = (part: TextBlock | null, ink: string) => {
      if (!part) return;
      const children: Primitive[] = [];
      drawBlock(children, part, x + portrait + padLeft, top, ink);
      const bounds = { x: x + portrait + padLeft, y: top, w: part.width, h: part.height };
      out.push({ type: 'group', role: 'p', bounds, children });
      top += part.height;
    };
    const { ink } = look;
    add(name, ink);
    top += card.factsAbove;
    add(facts, ink);
    top += card.factsBelow;
    add(quote, ink);
  };
  return { height, draw };
}
