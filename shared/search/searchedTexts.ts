import type { Indicator, JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc, PersonaKind } from '../boards/persona/model';
import { numberText } from '../boards/persona/words';
import { personaEditor as en } from '../i18n/en/personaEditor';
import { personaEditor as fr } from '../i18n/fr/personaEditor';
import type { AnyDoc } from '../model/document';
import { type DocText, docTexts, pictureTexts } from './docTexts';

/** Everything of a document that a person may look for: its texts, what its pictures show, its figures, and its kind in the words of every language. */
export const searchedTexts = (doc: AnyDoc): readonly DocText[] => [
  ...docTexts(doc),
  ...pictureTexts(doc),
  ...figureTexts(doc),
  ...(doc.kind === 'persona' ? KINDS[(doc as PersonaDoc).info.kind] : []),
];

const kindTexts = (kind: PersonaKind): readonly DocText[] =>
  [fr, en].map((words) => ({ where: 'info', field: 'kind', id: '', text: words.kind[kind] }));

const KINDS: Readonly<Record<PersonaKind, readonly DocText[]>> = {
  primary: kindTexts('primary'),
  secondary: kindTexts('secondary'),
  negative: kindTexts('negative'),
};

interface Figures {
  /** What is counted. */
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly sample: number | null;
}

function figureTexts(doc: AnyDoc): readonly DocText[] {
  const read = <Entity>(where: string, all: Readonly<Record<string, Entity>>, figures: (entity: Entity) => Figures) =>
    Object.entries(all).flatMap(([id, entity]) =>
      writtenFigures(figures(entity)).map((text): DocText => ({ where, field: 'figures', id, text })),
    );
  if (doc.kind === 'persona') {
    const { entries, evidence } = doc as PersonaDoc;
    return [
      ...read('entries', entries, ({ text, value, unit, sample }) => ({ label: text, value, unit, sample })),
      ...read('evidence', evidence, ({ title, sample }) => ({ label: title, value: null, unit: '', sample })),
    ];
  }
  if (doc.kind !== 'journey-map') return [];
  const ofIndicator = ({ metric, value, n }: Indicator): Figures => ({
    label: metric.toUpperCase(),
    value,
    unit: '',
    sample: n,
  });
  return read('indicators', (doc as JourneyMapDoc).indicators, ofIndicator);
}

/** Figures as they are typed: `12500`, and with its thousands apart where that differs. None where nothing was counted. */
function writtenFigures({ label, value, unit, sample }: Figures): readonly string[] {
  if (value === null && sample === null) return [];
  const written = (number: (value: number) => string): string =>
    [
      [label, value === null ? '' : number(value), unit].filter(Boolean).join(' '),
      sample === null ? '' : `n = ${number(sample)}`,
    ]
      .filter(Boolean)
      .join(', ');
  return [...new Set([written(String), written((number) => numberText(number, 'fr'))])];
}
