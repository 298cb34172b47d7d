import type { LayoutContext } from '../boards/boardKind';
import { questionsOf } from '../boards/empathy-map/guide';
import type { EmpathyMapDoc, EmpathyNote } from '../boards/empathy-map/model';
import { findingsInOrder, notesOfArea, stagesInOrder } from '../boards/empathy-map/order';
import { areaTitle, findingText, oneLine } from '../boards/empathy-map/spoken';
import { zoneTarget } from '../boards/empathy-map/targets';
import { AREA_ICONS, AREAS, ZONE_COLORS } from '../boards/empathy-map/zones';
import { numbered, type PartSlide, type PartText, partSlide } from './parts';

type Context = Pick<LayoutContext, 't' | 'lang' | 'personas'>;

const textOf = ({ id, text, zone, evidence, votes, color }: EmpathyNote): PartText => ({
  id,
  text: oneLine(text),
  isSaid: evidence === 'verbatim' && (zone === 'say' || zone === 'hear'),
  figure: '',
  proof: evidence,
  votes,
  paper: color ?? ZONE_COLORS[zone],
});

/** What is shown of an empathy map to a room: each zone of its layout that holds notes, as they are worked through, then the contradictions. */
export function empathyParts(doc: EmpathyMapDoc, ctx: Context): readonly PartSlide[] {
  const { layout } = doc.info;
  const stageId = layout === 'stages' ? (stagesInOrder(doc)[0]?.id ?? null) : null;
  const zones = AREAS[layout].flatMap((area) => {
    const texts = notesOfArea(doc, area)
      .map(textOf)
      .filter(({ text }) => text !== '');
    if (texts.length === 0) return [];
    const part = {
      id: area.id,
      title: areaTitle(area.id, ctx),
      icon: AREA_ICONS[area.id],
      target: zoneTarget({ area, stageId }),
      note: '',
      questions: questionsOf(area).map((key) => ctx.t(key)),
    };
    return [partSlide(part, texts)];
  });
  const findings = findingsInOrder(doc).map(
    (finding): PartText => ({
      id: finding.id,
      text: oneLine(findingText(finding, doc, ctx)),
      isSaid: false,
      figure: '',
      proof: null,
      votes: 0,
      paper: null,
    }),
  );
  const [first] = findings;
  const contradictions = first && {
    id: 'findings',
    title: ctx.t('empathy.finding.title'),
    icon: 'not-equals' as const,
    target: { kind: 'finding', id: first.id },
    note: '',
    questions: [],
  };
  return numbered([...zones, ...(contradictions ? [partSlide(contradictions, findings)] : [])]);
}
