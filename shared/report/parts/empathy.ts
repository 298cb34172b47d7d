import { coverageOfMap } from '../../boards/empathy-map/evidence';
import type { EmpathyMapDoc, EmpathyNote } from '../../boards/empathy-map/model';
import { findingsInOrder, notesOfArea, reserveOf } from '../../boards/empathy-map/order';
import { areaTitle, findingText, zoneTitle } from '../../boards/empathy-map/spoken';
import { AREAS } from '../../boards/empathy-map/zones';
import { formatShare } from '../../boards/journey-map/format';
import { quoted } from '../../text/typography';
import type { ReportBlock } from '../model';
import {
  boardTitle,
  empathyIn,
  evidenceWord,
  lineOf,
  type PartContext,
  personaName,
  type Sheet,
  withDetails,
  withoutEmptyColumns,
} from '../partContext';

/** The empathy maps: whom each is about, then a page for each with what it says. */
export function empathyPart(ctx: PartContext): readonly ReportBlock[] {
  const maps = empathyIn(ctx.source);
  if (maps.length === 0) return [];
  const { r } = ctx;
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.empathy') },
    withoutEmptyColumns({
      kind: 'table',
      title: r('part.empathy'),
      columns: [
        { title: r('map'), share: 5, isHead: true },
        { title: r('situation'), share: 5 },
        { title: r('goal'), share: 5 },
        { title: r('notes'), share: 2, isNumber: true },
        { title: r('proven'), share: 2.4, isNumber: true },
      ],
      rows: maps.map((map) => overview(map, ctx)),
    }),
    ...maps.flatMap((map, at) => mapBlocks(map, at, ctx)),
  ];
}

function overview(map: Sheet<EmpathyMapDoc>, ctx: PartContext): readonly string[] {
  const { info } = map.doc;
  const { all, percent } = coverageOfMap(map.doc);
  const persona = info.personaId ? ctx.personas[info.personaId] : undefined;
  const title = boardTitle(map, ctx);
  return [
    persona ? `${title}\n${personaName(persona, ctx)}` : title,
    lineOf(info.situation, ctx),
    lineOf(info.goal, ctx),
    `${all}`,
    percent === null ? '' : formatShare(percent / 100, ctx.lang),
  ];
}

function mapBlocks(map: Sheet<EmpathyMapDoc>, at: number, ctx: PartContext): readonly ReportBlock[] {
  const { t, r } = ctx;
  const title = boardTitle(map, ctx);
  const findings = findingsInOrder(map.doc).map((finding) => lineOf(findingText(finding, map.doc, ctx), ctx));
  return [
    {
      kind: 'sheet',
      docId: map.id,
      id: `empathy-${at + 1}`,
      title,
      alt: r('empathyAlt', { title }),
      orientation: 'landscape',
      text: [
        { kind: 'facts', items: zoneFacts(map.doc, ctx) },
        ...(findings.length > 0
          ? ([
              { kind: 'heading', level: 3, id: `empathy-${at + 1}-findings`, text: t('empathy.finding.title') },
              { kind: 'list', items: findings },
            ] as const)
          : []),
      ],
    },
  ];
}

/** Notes by area, those that the layout has no place for by their zone. */
function zoneFacts(doc: EmpathyMapDoc, ctx: PartContext): readonly { readonly label: string; readonly text: string }[] {
  const reserve = reserveOf(doc);
  const waiting = new Set([...reserve.values()].flat());
  const areas = AREAS[doc.info.layout].map((area) => ({
    label: areaTitle(area.id, ctx),
    notes: notesOfArea(doc, area).filter((note) => !waiting.has(note)),
  }));
  const others = [...reserve].map(([zone, notes]) => ({ label: zoneTitle(zone, ctx), notes }));
  return [...areas, ...others]
    .filter(({ notes }) => notes.length > 0)
    .map(({ label, notes }) => ({ label, text: notes.map((note) => noteText(note, ctx)).join('\n') }));
}

function noteText(note: EmpathyNote, ctx: PartContext): string {
  const { t, lang } = ctx;
  const words = lineOf(note.text, ctx) || lineOf(note.image?.alt ?? '', ctx) || t('journey.outline.empty');
  return withDetails(note.zone === 'say' ? quoted(words, lang) : words, [
    note.evidence && evidenceWord(note.evidence, ctx),
    note.source.trim() && lineOf(note.source, ctx),
    note.votes > 0 && t('journey.votes', { count: note.votes }),
  ]);
}
