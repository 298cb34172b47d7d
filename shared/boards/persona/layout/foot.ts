import type { EvidenceKind } from '../../../model/evidence';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { shortDate } from '../../pieces/dates';
import { drawEvidence } from '../../pieces/footGlyphs';
import { stable } from '../../pieces/layoutMemo';
import { rule } from '../../pieces/shapes';
import { drawBlock, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import type { EvidenceItem } from '../model';
import { evidenceInOrder } from '../order';
import { toVerify } from '../strength';
import { evidenceTarget } from '../targets';
import { evidenceSuffix, evidenceTitle } from '../words';
import { type Part, type PersonaFrame, wordsGroup } from './frame';

/** The sign that an evidence item gives to what cites it; another source is a plain square. */
const SIGNS: Readonly<Record<EvidenceItem['kind'], EvidenceKind | null>> = {
  interview: 'verbatim',
  observation: 'observation',
  questionnaire: 'data',
  data: 'data',
  other: null,
};

interface Item {
  readonly block: TextBlock;
  readonly mark: EvidenceKind | 'square' | null;
  readonly evidence?: EvidenceItem;
  readonly suffix?: string;
}

/** Things in a row that wraps, each of them no wider than the room. */
function flow(items: readonly Item[], width: number, frame: PersonaFrame): Part {
  const m = frame.m.foot;
  const { color } = frame.theme;
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  const placed = items.map((item) => {
    const lead = item.mark ? m.mark + m.inner : 0;
    const w = lead + item.block.width;
    if (x > 0 && x + w > width + 0.01) {
      x = 0;
      y += rowHeight + m.rowGap;
      rowHeight = 0;
    }
    const at = { item, lead, x, y, w };
    x += w + m.gap;
    rowHeight = Math.max(rowHeight, item.block.height);
    return at;
  });
  const draw = (out: Primitive[], left: number, top: number): void => {
    for (const { item, lead, x: dx, y: dy, w } of placed) {
      const at = { x: left + dx, y: top + dy };
      const sign: Primitive[] = [];
      const markTop = at.y + (item.block.style.lineHeight - m.mark) / 2;
      if (item.mark === 'square') {
        const side = m.mark * 0.76;
        sign.push({
          type: 'rect',
          x: at.x + (m.mark - side) / 2,
          y: markTop + (m.mark - side) / 2,
          w: side,
          h: side,
          fill: color.ink2,
        });
      } else if (item.mark) drawEvidence(sign, item.mark, at.x, markTop, m.mark, color.ink2);
      const words = {
        ...(item.evidence ? { target: evidenceTarget(item.evidence.id) } : {}),
        role: 'p' as const,
        block: item.block,
        w: item.block.width,
        stored: item.evidence?.title ?? '',
        ink: item.block.style === m.strong ? color.ink : color.ink2,
        background: color.paper,
        ...(item.suffix ? { suffix: item.suffix } : {}),
      };
      out.push(wordsGroup(words, at.x + lead, at.y, frame, sign, { x: at.x, w }));
    }
  };
  return { height: items.length === 0 ? 0 : y + rowHeight, draw };
}

/** `nov. 2026` within a sentence: months have a capital in English only. */
const reviewDate = (date: string, lang: 'fr' | 'en'): string =>
  lang === 'fr' ? shortDate(date, lang).toLocaleLowerCase(lang) : shortDate(date, lang);

/** Sources of the page, how many points are still to be verified, who keeps it, when it was reviewed. */
function sourceItems(width: number, frame: PersonaFrame): readonly Item[] {
  const m = frame.m.foot;
  const { doc, t, lang } = frame;
  const items: Item[] = [];
  const add = (text: string, mark: Item['mark'], style: TextStyle = m.text, more: Partial<Item> = {}): void => {
    const room = width - (mark ? m.mark + m.inner : 0);
    items.push({ block: textBlock(typographic(text, lang), style, room, frame), mark, ...more });
  };
  const proofs = !frame.hides.includes('evidence');
  const hasSources = !frame.hides.includes('sources');
  const evidence = hasSources ? evidenceInOrder(doc) : [];
  if (hasSources) add(t('persona.foot.sources'), null, m.strong);
  for (const item of evidence) {
    const suffix = evidenceSuffix(item, frame);
    const sign = proofs ? (SIGNS[item.kind] ?? 'square') : null;
    add(`${evidenceTitle(item, frame)}${suffix}`, sign, m.text, { evidence: item, suffix });
  }
  if (hasSources && evidence.length === 0) add(t('persona.foot.none'), null);
  const open = proofs ? toVerify(doc).length : 0;
  if (open > 0) add(t('persona.foot.toVerify', { count: open }), 'hypothesis');
  if (doc.info.owner) add(t('persona.foot.owner', { name: doc.info.owner }), null);
  if (doc.info.lastReviewed) add(t('persona.foot.reviewed', { date: reviewDate(doc.info.lastReviewed, lang) }), null);
  return items;
}

/** Words of the signs, for a poster and under the sheet. */
export function legendPart(width: number, style: TextStyle, frame: PersonaFrame): Part {
  const kinds = ['verbatim', 'observation', 'data', 'hypothesis'] as const;
  const items = kinds.map((kind): Item => {
    const text = frame.t(`journey.evidence.${kind}`).toLocaleLowerCase(frame.lang);
    return { block: textBlock(text, style, width, frame), mark: kind };
  });
  return flow(items, width, frame);
}

/** The foot of the page: sources; on a poster also the signs in words and who made it. `line` is date and format. */
export function footPart(width: number, line: string, frame: PersonaFrame): Part {
  const m = frame.m.foot;
  const { color } = frame.theme;
  const sources = flow(sourceItems(width, frame), width, frame);
  const brand = frame.isPoster ? textBlock(frame.t('common.appName'), m.brand, width, frame) : null;
  const about = frame.isPoster ? textBlock(line, m.text, width, frame) : null;
  const right = Math.max(brand?.width ?? 0, about?.width ?? 0);
  const hasLegend = frame.isPoster && !frame.hides.some((part) => part === 'legend' || part === 'evidence');
  const legend = hasLegend ? legendPart(width - right - m.gap, m.text, frame) : null;
  const last = Math.max(legend?.height ?? 0, (brand?.height ?? 0) + (about?.height ?? 0));
  const height = (sources.height > 0 ? m.padTop + sources.height : 0) + (last > 0 ? m.padTop + last : 0);
  const draw = (out: Primitive[], x: number, y: number): void => {
    const { evidence, entries, factSlots, info } = frame.doc;
    const key = [x, y, width, height, line, evidence, entries, factSlots, info, frame.doc.blocks];
    out.push(
      stable(frame.memo, 'foot', key, (): GroupPrimitive => {
        const edge = frame.m.head.rule;
        const children: Primitive[] = [rule(x, y + edge / 2, x + width, y + edge / 2, color.ink, edge)];
        sources.draw(children, x, y + m.padTop);
        const bottom = y + height;
        legend?.draw(children, x, bottom - legend.height);
        const push = (block: TextBlock, top: number, ink: string): void => {
          const words: Primitive[] = [];
          drawBlock(words, block, x + width, top, ink, 'right');
          const bounds = { x: x + width - block.width, y: top, w: block.width, h: block.height };
          children.push({ type: 'group', role: 'p', bounds, children: words });
        };
        if (brand && about) {
          push(brand, bottom - about.height - brand.height, color.ink);
          push(about, bottom - about.height, color.ink2);
        }
        return { type: 'group', role: 'section', bounds: { x, y, w: width, h: height }, children };
      }),
    );
  };
  return { height, draw };
}
