import type { EmpathyNote } from '../../boards/empathy-map/model';
import { holdsNotes, type Note } from '../../boards/journey-map/model';
import { columnsInOrder, lanesInOrder, notesIn, stagesInOrder } from '../../boards/journey-map/order';
import type { PersonaDoc } from '../../boards/persona/model';
import { evidenceInOrder, shownFacts, slotOf } from '../../boards/persona/order';
import { claimsOf, toVerify } from '../../boards/persona/strength';
import { evidenceTitle, numberText } from '../../boards/persona/words';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../model/evidence';
import { compareOrder } from '../../model/orderKey';
import { capitalised } from '../../text/typography';
import type { ReportBlock } from '../model';
import {
  boardTitle,
  empathyIn,
  evidenceWord,
  journeysIn,
  lineOf,
  type PartContext,
  personaName,
  personasIn,
} from '../partContext';

/** A thing that somebody says, with what stands behind it. */
interface Claim {
  readonly text: string;
  readonly evidence: EvidenceKind | null;
  /** Where it comes from, in words. */
  readonly source: string;
}

interface ClaimedSheet {
  readonly title: string;
  readonly claims: readonly Claim[];
}

/** Where the facts come from: sources of the personas, sources named on maps, what kind of proof how many notes have, what is to be verified. */
export function evidencePart(ctx: PartContext): readonly ReportBlock[] {
  const sheets = sheetsOf(ctx);
  if (sheets.every(({ claims }) => claims.length === 0)) return [];
  const { r } = ctx;
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.evidence') },
    ...shareBlocks(sheets, ctx),
    ...personaSources(ctx),
    ...mapSources(sheets, ctx),
    ...hypotheses(sheets, ctx),
  ];
}

function sheetsOf(ctx: PartContext): readonly ClaimedSheet[] {
  return [
    ...personasIn(ctx.source).map(({ doc }) => ({ title: personaName(doc, ctx), claims: personaClaims(doc) })),
    ...empathyIn(ctx.source).map((map) => ({
      title: boardTitle(map, ctx),
      claims: Object.values<EmpathyNote>(map.doc.notes).sort(compareOrder),
    })),
    ...journeysIn(ctx.source).map((map) => ({ title: boardTitle(map, ctx), claims: journeyNotes(map.doc) })),
  ];
}

function personaClaims(doc: PersonaDoc): readonly Claim[] {
  return claimsOf(doc).map(({ kind, id, text }) => ({
    text,
    evidence: (kind === 'fact' ? slotOf(doc, id).evidence : doc.entries[id]?.evidence) ?? null,
    source: '',
  }));
}

/** Notes in reading order: row by row, from left to right. */
function journeyNotes(doc: Parameters<typeof lanesInOrder>[0]): readonly Note[] {
  const columns = columnsInOrder(doc);
  return lanesInOrder(doc)
    .filter(({ kind }) => holdsNotes(kind))
    .flatMap(({ id: laneId }) =>
      stagesInOrder(doc).flatMap(({ id: stageId }) => [
        ...columns
          .filter((step) => step.stageId === stageId)
          .flatMap((step) => notesIn(doc, { laneId, stageId, stepId: step.id })),
        ...notesIn(doc, { laneId, stageId, stepId: null }),
      ]),
    );
}

function shareBlocks(sheets: readonly ClaimedSheet[], ctx: PartContext): readonly ReportBlock[] {
  const { t, r } = ctx;
  const counted = sheets.filter(({ claims }) => claims.length > 0);
  const count = (claims: readonly Claim[], kind: EvidenceKind | null) => {
    const found = claims.filter(({ evidence }) => evidence === kind).length;
    return found > 0 ? `${found}` : '';
  };
  return [
    { kind: 'heading', level: 2, id: 'evidence-share', text: r('share') },
    {
      kind: 'table',
      title: r('share'),
      columns: [
        { title: r('sheet'), share: 7, isHead: true },
        ...EVIDENCE_KINDS.map((kind) => ({ title: t(`journey.evidence.${kind}`), share: 2.7, isNumber: true })),
        { title: r('none'), share: 3.2, isNumber: true },
      ],
      rows: counted.map(({ title, claims }) => [
        title,
        ...EVIDENCE_KINDS.map((kind) => count(claims, kind)),
        count(claims, null),
      ]),
    },
  ];
}

function personaSources(ctx: PartContext): readonly ReportBlock[] {
  const { t, r, lang } = ctx;
  const rows = personasIn(ctx.source).flatMap(({ doc }) => {
    const cites = [...Object.values(doc.entries), ...shownFacts(doc).map((id) => slotOf(doc, id))].flatMap(
      (claim) => claim.cites,
    );
    return evidenceInOrder(doc).map((item, at) => [
      `${at + 1}`,
      item.note.trim()
        ? `${lineOf(evidenceTitle(item, ctx), ctx)}\n${lineOf(item.note, ctx)}`
        : lineOf(evidenceTitle(item, ctx), ctx),
      personaName(doc, ctx),
      t(`persona.source.${item.kind}`),
      lineOf(item.date, ctx),
      item.sample === null ? '' : numberText(item.sample, lang),
      r('citedCount', { count: cites.filter((id) => id === item.id).length }),
    ]);
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'evidence-personas', text: r('personaSources') },
    {
      kind: 'table',
      title: r('personaSources'),
      columns: [
        { title: r('rank'), share: 1.1, isNumber: true },
        { title: r('source'), share: 5.5, isHead: true },
        { title: r('persona'), share: 3.2 },
        { title: r('sort'), share: 2.9 },
        { title: r('when'), share: 2.2 },
        { title: r('sample_n'), share: 1.5, isNumber: true },
        { title: r('cited'), share: 1.9, isNumber: true },
      ],
      rows,
    },
  ];
}

/** Sources that notes name, each once, with the kinds of proof they are named for. */
function mapSources(sheets: readonly ClaimedSheet[], ctx: PartContext): readonly ReportBlock[] {
  const { r } = ctx;
  const found = new Map<string, { readonly sheets: Set<string>; readonly kinds: Set<EvidenceKind>; count: number }>();
  for (const { title, claims } of sheets)
    for (const { source, evidence } of claims) {
      const name = lineOf(source, ctx);
      if (name === '') continue;
      const known = found.get(name) ?? { sheets: new Set(), kinds: new Set(), count: 0 };
      known.sheets.add(title);
      if (evidence) known.kinds.add(evidence);
      known.count += 1;
      found.set(name, known);
    }
  if (found.size === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'evidence-maps', text: r('mapSources') },
    {
      kind: 'table',
      title: r('mapSources'),
      columns: [
        { title: r('source'), share: 6, isHead: true },
        { title: r('sort'), share: 3 },
        { title: r('sheet'), share: 5.6 },
        { title: r('cited'), share: 1.9, isNumber: true },
      ],
      rows: [...found]
        .sort(([one, a], [other, b]) => b.count - a.count || one.localeCompare(other, ctx.lang))
        .map(([name, { sheets: on, kinds, count }]) => [
          name,
          capitalised(
            EVIDENCE_KINDS.filter((kind) => kinds.has(kind))
              .map((kind) => evidenceWord(kind, ctx))
              .join(', '),
            ctx.lang,
          ),
          [...on].join('\n'),
          r('citedCount', { count }),
        ]),
    },
  ];
}

function hypotheses(sheets: readonly ClaimedSheet[], ctx: PartContext): readonly ReportBlock[] {
  const { r } = ctx;
  const own = new Map(personasIn(ctx.source).map(({ doc }) => [personaName(doc, ctx), toVerify(doc)]));
  const lists = sheets
    .map(({ title, claims }) => ({
      title,
      texts: (own.get(title) ?? claims.filter(({ evidence }) => evidence === 'hypothesis'))
        .map(({ text }) => lineOf(text, ctx))
        .filter((text) => text !== ''),
    }))
    .filter(({ texts }) => texts.length > 0);
  if (lists.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'evidence-hypotheses', text: r('toVerify') },
    { kind: 'facts', items: lists.map(({ title, texts }) => ({ label: title, text: texts.join('\n') })) },
  ];
}
