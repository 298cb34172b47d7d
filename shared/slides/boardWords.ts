import type { DocId, PersonaId } from '../base/ids';
import type { PersonaDoc } from '../boards/persona/model';
import type { AnyDoc, SheetKindId } from '../model/document';
import { buildReport } from '../report/buildReport';
import type { ReportBlock, ReportPart, ReportSource } from '../report/model';
import type { StageContext } from './stagePage';
import { standsAsTitle } from './wordPages';

const PARTS: Readonly<Record<SheetKindId, ReportPart>> = {
  'journey-map': 'journeys',
  'empathy-map': 'empathy',
  persona: 'personas',
};

/** Everything that a board or a persona says, as the report of a workshop puts it in words; `about` is what it says of itself. */
export function boardWords(
  doc: AnyDoc,
  about: readonly string[],
  ctx: StageContext,
  {
    personas,
    stages,
  }: { readonly personas: Readonly<Record<PersonaId, PersonaDoc>>; readonly stages?: readonly string[] },
): readonly ReportBlock[] {
  const kind = doc.kind as SheetKindId;
  const own = { id: kind as unknown as DocId, kind, title: ctx.title, doc, ...(stages ? { stages } : {}) };
  const others = Object.entries(personas).map(([id, persona]) => ({
    id: id as PersonaId,
    kind: 'persona' as const,
    title: persona.info.name,
    doc: persona,
  }));
  const source: ReportSource = {
    workshop: { title: '', client: '', place: '', date: '', sample: false },
    personas: kind === 'persona' ? [own] : others,
    boards: kind === 'persona' ? [] : [own],
  };
  // These parts tell no day.
  const { sections } = buildReport(source, { lang: ctx.lang, parts: [PARTS[kind]], today: '1970-01-01' });
  const blocks = sections[0]?.blocks ?? [];
  const at = blocks.findIndex((block) => block.kind === 'sheet');
  const sheet = blocks[at];
  const said = [...(sheet?.kind === 'sheet' ? sheet.text : []), ...blocks.slice(at + 1)];
  const title: readonly ReportBlock[] = standsAsTitle(ctx.title, ctx)
    ? []
    : [{ kind: 'heading', level: 2, id: 'title', text: ctx.title }];
  // A persona's own lines stand among its words already.
  const isSaid = (text: string) => said.some((block) => block.kind === 'paragraph' && block.text === text);
  const lines = kind === 'persona' ? [] : about.filter((text) => !isSaid(text));
  const lead = lines.map((text): ReportBlock => ({ kind: 'paragraph', look: 'lead', text }));
  return said.length + lead.length + title.length > 0 ? [...title, ...lead, ...said] : [];
}
