import { EVIDENCE_KINDS, type EvidenceKind } from '../../../model/evidence';
import { memoised } from '../../../model/reading';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { shortDate } from '../../pieces/dates';
import { drawEvidence } from '../../pieces/footGlyphs';
import { stable } from '../../pieces/layoutMemo';
import { type FlowedLegend, flowLegend, type LegendItem } from '../../pieces/legend';
import { notesOnPoster } from '../../pieces/noteFilter';
import { drawTab, tabBox } from '../../pieces/paperNote';
import { disc } from '../../pieces/shapes';
import { drawBlock, editBoxOf, textBlock } from '../../pieces/textBlock';
import { coverageOfMap } from '../evidence';
import type { EmpathyMapDoc, EmpathyNote } from '../model';
import { TITLE_TARGET } from '../targets';
import { type Block, type EmpathyFrame, hiddenCount } from './frame';
import { coverBar } from './zoneParts';

interface Present {
  readonly evidence: ReadonlySet<EvidenceKind>;
  readonly votes: boolean;
}

/** What is on the map, read once per snapshot, so that the legend explains that and nothing else. */
const presentIn = memoised((notes: EmpathyMapDoc['notes']): Present => {
  const evidence = new Set<EvidenceKind>();
  let votes = false;
  for (const note of Object.values<EmpathyNote>(notes)) {
    if (note.evidence) evidence.add(note.evidence);
    votes ||= note.votes > 0;
  }
  return { evidence, votes };
});

function itemsOf(frame: EmpathyFrame): readonly LegendItem[] {
  const { doc, t, lang, theme } = frame;
  const { mark, text, strong } = frame.m.legend;
  const present = presentIn(notesOnPoster(doc.notes, frame.filter));
  const base = { style: text, ink: theme.color.ink2 };
  const size = mark * 0.8;
  const items: LegendItem[] = EVIDENCE_KINDS.filter((kind) => present.evidence.has(kind)).map((kind) => ({
    ...base,
    markWidth: size,
    text: t(`journey.evidence.${kind}`).toLocaleLowerCase(lang),
    mark: (out, x, middle) => drawEvidence(out, kind, x, middle - size / 2, size, base.ink),
  }));
  if (present.votes) {
    const fill = theme.isDark ? theme.color.blue : theme.vote;
    const dot = frame.m.note.voteDot;
    items.push({
      style: strong,
      ink: theme.isDark ? theme.color.ink : theme.voteText,
      markWidth: dot,
      text: t(frame.isPoster ? 'journey.legend.workshopVote' : 'journey.legend.vote'),
      mark: (out, x, middle) => out.push(disc(x + dot / 2, middle, dot / 2, fill)),
    });
  }
  const { percent } = coverageOfMap(doc);
  if (percent !== null && frame.proofs) {
    items.push({
      ...base,
      markWidth: frame.m.cover.bar,
      text: t('empathy.legend.proven'),
      mark: (out, x, middle) => coverBar(out, 0.65, x, middle, base.ink, frame),
    });
  }
  if (Object.keys(doc.findings).length > 0) {
    items.push({
      ...base,
      markWidth: tabBox(1, 0, 0, frame).w,
      text: t('empathy.legend.finding'),
      mark: (out, x, middle) => {
        const tab = tabBox(1, 0, 0, frame);
        drawTab(out, 1, { ...tab, x, y: middle - tab.h / 2 }, frame);
      },
    });
  }
  const hidden = hiddenCount(frame);
  if (hidden > 0) {
    items.push({
      style: strong,
      ink: theme.color.ink,
      markWidth: 0,
      text: t('journey.legend.hidden', { count: hidden }),
      mark: () => {},
    });
  }
  return items;
}

/** Signs of the map in words, over as many lines as the width needs. */
export const mapLegend = (frame: EmpathyFrame, width: number): FlowedLegend => flowLegend(itemsOf(frame), frame, width);

/** What the map says of itself in running text: how much of it is proven, who made it, where its zones come from. */
export function mapWords(frame: EmpathyFrame): readonly string[] {
  const { doc, t } = frame;
  const { percent, proven, all } = coverageOfMap(doc);
  const { participants, designedBy, layout } = doc.info;
  return [
    percent === null || !frame.proofs ? '' : t('empathy.evidence.map', { percent, proven, all }),
    designedBy && t('empathy.foot.designedBy', { name: designedBy }),
    participants && t('empathy.foot.participants', { names: participants }),
    layout === 'canvas' ? t('empathy.foot.credit') : '',
  ].filter((part) => part !== '');
}

/** Every part of a list as a sentence of its own. */
export const asSentences = (parts: readonly string[]): string =>
  parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ');

/** Under the sheet on screen: title, month and version, the legend, and what the map says of itself. */
export function screenFoot(width: number, frame: EmpathyFrame): Block & { readonly width: number } {
  const { foot, legend: m, unit: u } = frame.m;
  const { info } = frame.doc;
  const { color } = frame.theme;
  const title = textBlock(typographic(info.title || frame.t('empathy.newTitle'), frame.lang), foot.title, width, frame);
  const dated = [shortDate(info.date, frame.lang), frame.t('journey.version', { version: info.version })];
  const words = asSentences([dated.filter((part) => part !== '').join(', '), ...mapWords(frame)]);
  const about = textBlock(typographic(words, frame.lang), foot.text, width, frame);
  const made = mapLegend(frame, width);
  const aboutTop = title.height + 2 * u;
  const legendTop = aboutTop + about.height + 6 * u;
  const height = legendTop + made.height;
  const draw = (out: Primitive[], y: number): void => {
    const x = frame.x + m.left;
    out.push(
      stable(frame.memo, 'title', [x, y, info.title, title.lines.length, width], (): GroupPrimitive => {
        const children: Primitive[] = [];
        drawBlock(children, title, x, y, color.ink);
        const box = { x, y, w: width };
        const editBox = editBoxOf(title, box, info.title, color.ink, { background: color.wall });
        return {
          type: 'group',
          role: 'h1',
          target: TITLE_TARGET,
          bounds: { ...box, h: title.height },
          children,
          editBox,
        };
      }),
      stable(frame.memo, 'about', [x, y, words, title.lines.length, width], (): GroupPrimitive => {
        const children: Primitive[] = [];
        drawBlock(children, about, x, y + aboutTop, color.ink2);
        return { type: 'group', role: 'p', bounds: { x, y: y + aboutTop, w: about.width, h: about.height }, children };
      }),
    );
    if (made.height === 0) return;
    const top = y + legendTop;
    out.push(
      stable(frame.memo, 'legend', [x, top, made.key], (): GroupPrimitive => {
        const children: Primitive[] = [];
        made.draw(children, x, top);
        return { type: 'group', bounds: { x, y: top, w: made.width, h: made.height }, children };
      }),
    );
  };
  return { width: Math.max(title.width, about.width, made.width), height, draw };
}
