import type { Block, Entry, PersonaDoc } from '../../boards/persona/model';
import { entriesOf, evidenceInOrder, shownBlocks, shownFacts } from '../../boards/persona/order';
import { personaStrength } from '../../boards/persona/strength';
import { ageText, blockNote, blockTitle, factLabel, oneLine, valueText } from '../../boards/persona/words';
import { quoted } from '../../text/typography';
import type { ReportBlock } from '../model';
import {
  evidenceWord,
  lineOf,
  type PartContext,
  personaName,
  personasIn,
  type Sheet,
  withDetails,
} from '../partContext';

/** The personas of a workshop: who they are at a glance, then a page for each. */
export function personasPart(ctx: PartContext): readonly ReportBlock[] {
  const personas = personasIn(ctx.source);
  if (personas.length === 0) return [];
  const { t, r } = ctx;
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.personas') },
    {
      kind: 'table',
      title: r('part.personas'),
      columns: [
        { title: r('persona'), share: 5, isHead: true },
        { title: r('kind'), share: 4 },
        { title: r('strength'), share: 3 },
      ],
      rows: personas.map(({ doc }) => {
        const { squares } = personaStrength(doc);
        const tagline = lineOf(doc.info.tagline, ctx);
        return [
          tagline ? `${personaName(doc, ctx)}\n${tagline}` : personaName(doc, ctx),
          t(`persona.kind.${doc.info.kind}`),
          squares === null ? '' : t(`persona.strength.level.${squares}`),
        ];
      }),
    },
    ...personas.map((persona, at) => personaSheet(persona, at, ctx)),
  ];
}

function personaSheet({ id, doc }: Sheet<PersonaDoc>, at: number, ctx: PartContext): ReportBlock {
  const name = personaName(doc, ctx);
  return {
    kind: 'sheet',
    docId: id,
    id: `persona-${at + 1}`,
    title: name,
    alt: ctx.r('portrait', { name }),
    orientation: 'portrait',
    text: personaText(doc, `persona-${at + 1}`, ctx),
  };
}

function personaText(doc: PersonaDoc, id: string, ctx: PartContext): readonly ReportBlock[] {
  const { info } = doc;
  const said = quoted(oneLine(info.quote), ctx.lang);
  const facts = shownFacts(doc).map((fact) => ({
    label: factLabel(doc, fact, ctx),
    text: lineOf(fact === 'age' ? ageText(info.age, ctx) : info[fact], ctx),
  }));
  return [
    ...(info.tagline.trim() ? [{ kind: 'paragraph', look: 'lead', text: lineOf(info.tagline, ctx) } as const] : []),
    ...(said ? [{ kind: 'paragraph', look: 'quote', text: said } as const] : []),
    ...(facts.length > 0 ? [{ kind: 'facts', items: facts } as const] : []),
    ...shownBlocks(doc).flatMap((block, at) => blockText(doc, block, `${id}-${at + 1}`, ctx)),
  ];
}

function blockText(doc: PersonaDoc, block: Block, id: string, ctx: PartContext): readonly ReportBlock[] {
  const entries = entriesOf(doc, block.id);
  if (entries.length === 0) return [];
  const note = lineOf(blockNote(doc, block, ctx), ctx);
  return [
    { kind: 'heading', level: 3, id, text: lineOf(blockTitle(block, ctx), ctx) },
    { kind: 'list', items: entries.map((entry) => entryText(block, entry, doc, ctx)) },
    ...(note ? [{ kind: 'paragraph', look: 'small', text: note } as const] : []),
  ];
}

function entryText(block: Block, entry: Entry, doc: PersonaDoc, ctx: PartContext): string {
  const { t } = ctx;
  const text = lineOf(entry.text, ctx);
  const numbers = evidenceInOrder(doc).flatMap((item, at) => (entry.cites.includes(item.id) ? [at + 1] : []));
  const proof = [entry.evidence && evidenceWord(entry.evidence, ctx), numbers.length > 0 && numbers.join(', ')];
  const figure = `${valueText(entry, ctx)} ${oneLine(entry.unit)}`.trim();
  switch (block.kind) {
    case 'quotes':
      return withDetails(quoted(oneLine(entry.text), ctx.lang), proof);
    case 'channels':
    case 'number':
      return withDetails(`${text}${t('library.exchange.colon')}${figure}`, proof);
    case 'sliders': {
      const value = valueText(entry, ctx);
      return withDetails(t('persona.outline.slider', { from: text, to: lineOf(entry.opposite, ctx), value }), proof);
    }
    default:
      return withDetails(text, proof);
  }
}
