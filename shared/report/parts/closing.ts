import type { EmpathyNote } from '../../boards/empathy-map/model';
import type { Note, Participant, Rating } from '../../boards/journey-map/model';
import { sorted } from '../../model/reading';
import { GLOSSARY_TERMS } from '../glossaryTerms';
import type { ReportBlock } from '../model';
import { empathyIn, journeysIn, lineOf, type PartContext, personaName, personasIn } from '../partContext';

/** What somebody brought to the workshop. */
interface Share {
  ratings: number;
  readonly keeps: string[];
}

/** Who took part: those who rated, those whom maps name, those who keep a persona; then who signed how many notes, by initials more often than not. */
export function participantsPart(ctx: PartContext): readonly ReportBlock[] {
  const shares = sharesOf(ctx);
  const signed = signatures(ctx);
  if (shares.size === 0 && signed === '') return [];
  const { r, lang } = ctx;
  const rows = [...shares].sort(([one], [other]) => one.localeCompare(other, lang));
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.participants') },
    ...(rows.length > 0
      ? [
          {
            kind: 'table',
            title: r('part.participants'),
            columns: [
              { title: r('name'), share: 5, isHead: true },
              { title: r('part_role'), share: 9 },
            ],
            rows: rows.map(([name, share]) => [name, shareText(share, ctx)]),
          } as const,
        ]
      : []),
    ...(signed === '' ? [] : [{ kind: 'paragraph', look: 'plain', text: r('signatures', { names: signed }) } as const]),
  ];
}

function shareText({ ratings, keeps }: Share, { r }: PartContext): string {
  const said = [
    ...(ratings > 0 ? [r('rating', { count: ratings })] : []),
    ...keeps.map((what) => r('keeps', { what })),
  ];
  return said.length > 0 ? said.join(', ') : r('present');
}

/** By name: the same name is the same person, as on the maps. */
function sharesOf(ctx: PartContext): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  const of = (name: string): Share | null => {
    const known = lineOf(name, ctx);
    if (known === '') return null;
    const share = shares.get(known) ?? { ratings: 0, keeps: [] };
    shares.set(known, share);
    return share;
  };
  for (const { doc } of journeysIn(ctx.source)) {
    const ratings = Object.values<Rating>(doc.ratings);
    for (const { id, name } of sorted<Participant>(doc.participants)) {
      const share = of(name);
      if (share) share.ratings += ratings.filter(({ participantId }) => participantId === id).length;
    }
  }
  for (const { doc } of empathyIn(ctx.source))
    for (const name of `${doc.info.participants}\n${doc.info.designedBy}`.split(/[,;\n]/)) of(name);
  for (const { doc } of personasIn(ctx.source)) of(doc.info.owner)?.keeps.push(personaName(doc, ctx));
  return shares;
}

/** `AB (7), JD (8)` of those who signed notes. */
function signatures(ctx: PartContext): string {
  const notes = [
    ...journeysIn(ctx.source).flatMap(({ doc }) => Object.values<Note>(doc.notes)),
    ...empathyIn(ctx.source).flatMap(({ doc }) => Object.values<EmpathyNote>(doc.notes)),
  ];
  const counts = new Map<string, number>();
  for (const { author } of notes) {
    const name = lineOf(author, ctx);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other, ctx.lang))
    .map(([name, count]) => `${name}\u00A0(${count})`)
    .join(', ');
}

/** The words of the trade, in alphabetical order. */
export function glossaryPart({ t, r, lang }: PartContext): readonly ReportBlock[] {
  const items = GLOSSARY_TERMS.map((key) => ({
    label: t(`common.glossary.${key}.term`),
    text: t(`common.glossary.${key}.text`),
  })).sort((one, other) => one.label.localeCompare(other.label, lang));
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.glossary') },
    { kind: 'facts', items },
  ];
}
