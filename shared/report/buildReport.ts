import { emotionFacts } from '../analysis/journeyFacts';
import type { PersonaId } from '../base/ids';
import { columnsInOrder } from '../boards/journey-map/order';
import type { PersonaDoc } from '../boards/persona/model';
import { longDate } from '../boards/pieces/dates';
import { logoAlt } from '../boards/pieces/poster/posterLogo';
import { translator } from '../i18n/translate';
import {
  REPORT_PARTS,
  type Report,
  type ReportBlock,
  type ReportPart,
  type ReportRequest,
  type ReportSource,
} from './model';
import { journeysIn, lineOf, type PartContext, personasIn } from './partContext';
import { frictionPart, planPart, plansOf } from './parts/analyses';
import { glossaryPart, participantsPart } from './parts/closing';
import { empathyPart } from './parts/empathy';
import { evidencePart } from './parts/evidence';
import { journeysPart } from './parts/journeys';
import { personasPart } from './parts/personas';
import { reportWords } from './reportWords';

const BUILDERS: Readonly<Record<ReportPart, (ctx: PartContext) => readonly ReportBlock[]>> = {
  personas: personasPart,
  empathy: empathyPart,
  journeys: journeysPart,
  friction: frictionPart,
  plan: planPart,
  evidence: evidencePart,
  participants: participantsPart,
  glossary: glossaryPart,
};

function contextOf(source: ReportSource, { lang, today }: Omit<ReportRequest, 'parts'>): PartContext {
  const personas = Object.fromEntries(personasIn(source).map(({ id, doc }) => [id, doc])) as Record<
    PersonaId,
    PersonaDoc
  >;
  return { lang, today, source, personas, t: translator(lang), r: reportWords(lang) };
}

/**
 * The report of a workshop, before it is written in any format. Parts that were asked for and have nothing to say are left out. The same source and
 * request give the same report.
 */
export function buildReport(source: ReportSource, request: ReportRequest): Report {
  const ctx = contextOf(source, request);
  const { r, lang } = ctx;
  const sections = REPORT_PARTS.filter((part) => request.parts.includes(part)).flatMap((part) => {
    const blocks = BUILDERS[part](ctx);
    return blocks.length > 0 ? [{ part, id: part, title: r(`part.${part}`), blocks }] : [];
  });
  const { workshop } = source;
  return {
    lang,
    title: lineOf(workshop.title, ctx) || r('untitled'),
    client: lineOf(workshop.client, ctx),
    logo: workshop.logo ? { ...workshop.logo, alt: logoAlt(workshop.client, ctx.t) } : null,
    cover: coverLines(ctx),
    warning: workshop.sample ? r('sample') : '',
    mood: moodOf(source),
    sections,
  };
}

/** The first curve of the first journey that has one. */
function moodOf(source: ReportSource): Report['mood'] {
  for (const { doc } of journeysIn(source)) {
    const steps = columnsInOrder(doc);
    const all = emotionFacts(doc, 'current');
    const felt = all.filter(({ curve }) => curve === all[0]?.curve);
    const mood = felt
      .map(({ stepId, offset, valence }) => ({
        at: (steps.findIndex(({ id }) => id === stepId) + offset) / steps.length,
        valence,
      }))
      .sort((one, other) => one.at - other.at);
    if (mood.length > 1) return mood;
  }
  return [];
}

/** The parts that have something to say, whatever was asked for. */
export const filledParts = (source: ReportSource, request: Omit<ReportRequest, 'parts'>): readonly ReportPart[] => {
  const ctx = contextOf(source, request);
  return REPORT_PARTS.filter((part) => BUILDERS[part](ctx).length > 0);
};

function coverLines(ctx: PartContext): readonly string[] {
  const { r, lang, source, today } = ctx;
  const { place, date } = source.workshop;
  const day = date ? longDate(date, lang) : '';
  const where = lineOf(place, ctx);
  const held = where && day ? r('heldAt', { place: where, date: day }) : where || (day && r('heldOn', { date: day }));
  const count = (kind: string) => source.boards.filter((board) => board.kind === kind).length;
  const actions = plansOf(ctx).reduce((sum, { lines }) => sum + lines.length, 0);
  const numbers = [
    ...(source.personas.length > 0 ? [r('personaCount', { count: source.personas.length })] : []),
    ...(count('empathy-map') > 0 ? [r('empathyCount', { count: count('empathy-map') })] : []),
    ...(count('journey-map') > 0 ? [r('journeyCount', { count: count('journey-map') })] : []),
    ...(actions > 0 ? [r('actionCount', { count: actions })] : []),
  ];
  return [held, numbers.join(', '), r('madeOn', { date: longDate(today, lang) })].filter((line) => line !== '');
}
