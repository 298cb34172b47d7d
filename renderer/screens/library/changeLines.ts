import type { ItemChange, PersonaChange } from '@shared/boards/persona/changes';
import type { Entry } from '@shared/boards/persona/model';
import {
  blockTitle,
  evidenceSuffix,
  evidenceTitle,
  factLabel,
  oneLine,
  type WordsContext,
} from '@shared/boards/persona/words';
import { quoted, typographic } from '@shared/text/typography';
import type { IncomingPersona } from '@/session/incoming';

interface SideLine {
  readonly id: string;
  readonly text: string;
  /** It stands on this side only, or says something else on the other. */
  readonly differs: boolean;
  /** The person says it: between quotation marks. */
  readonly isSaid: boolean;
}

/** One difference in words: what the library says and what the file says. */
export interface ChangeLine {
  readonly id: string;
  readonly label: string;
  readonly before: readonly SideLine[];
  readonly after: readonly SideLine[];
}

/** A difference between two copies of a persona as lines to read side by side. */
export function changeLines(change: PersonaChange, { doc, here }: IncomingPersona, ctx: WordsContext): ChangeLine {
  const { t } = ctx;
  const { field } = change;
  if (field.kind === 'block' && 'entries' in change) {
    const block = change.after ?? change.before;
    const label = block ? blockTitle(block, ctx) : field.id;
    const extra = (own: typeof change.before): readonly SideLine[] =>
      own && own.note.trim() !== ''
        ? [{ id: 'note', text: oneLine(own.note), differs: change.before?.note !== change.after?.note, isSaid: false }]
        : [];
    const sides = sidesOf(change.entries, entryText, block?.kind === 'quotes', ctx);
    return {
      id: `block ${field.id}`,
      label,
      before: [...sides.before, ...extra(change.before)],
      after: [...sides.after, ...extra(change.after)],
    };
  }
  if ('items' in change) {
    const text = (item: Parameters<typeof evidenceTitle>[0]) =>
      `${evidenceTitle(item, ctx)}${evidenceSuffix(item, ctx)}`;
    return { id: 'evidence', label: t('persona.change.evidence'), ...sidesOf(change.items, text, false, ctx) };
  }
  if ('texts' in change)
    return {
      id: 'translations',
      label: t('persona.change.translations'),
      ...sidesOf(change.texts, ({ source, text }) => `${oneLine(source)} → ${oneLine(text)}`, false, ctx),
    };
  const plain = change as Extract<PersonaChange, { readonly words: unknown }>;
  const label =
    plain.field.kind === 'fact'
      ? factLabel(here ?? doc, plain.field.name, ctx)
      : t(`persona.change.${plain.field.name}`);
  const side = (value: unknown): readonly SideLine[] => {
    const text = valueText(plain.field.name, value, ctx);
    const isSaid = plain.field.name === 'quote';
    return text === '' ? [] : [{ id: plain.field.name, text: setIn(text, isSaid, ctx), differs: true, isSaid }];
  };
  return { id: `${plain.field.kind} ${plain.field.name}`, label, before: side(plain.before), after: side(plain.after) };
}

/** A text with the spaces of the language, and its quotation marks where the person speaks. */
const setIn = (text: string, isSaid: boolean, { lang }: WordsContext): string =>
  isSaid ? quoted(text, lang) : typographic(text, lang);

const entryText = (entry: Entry): string => {
  const words = [oneLine(entry.text), oneLine(entry.opposite)].filter((text) => text !== '').join(' / ');
  return entry.value === null ? words : `${words} ${entry.value} ${entry.unit}`.trim();
};

function sidesOf<T>(
  items: readonly ItemChange<T>[],
  textOf: (item: T) => string,
  isSaid: boolean,
  ctx: WordsContext,
): Pick<ChangeLine, 'before' | 'after'> {
  const side = (name: 'before' | 'after'): readonly SideLine[] =>
    items.flatMap((item) => {
      const own = item[name];
      if (own === null) return [];
      const moved = item.kind === 'moved' && name === 'after' ? ` (${ctx.t('library.compare.moved')})` : '';
      return [
        { id: item.id, text: `${setIn(textOf(own), isSaid, ctx)}${moved}`, differs: item.kind !== 'same', isSaid },
      ];
    });
  return { before: side('before'), after: side('after') };
}

function valueText(name: string, value: unknown, { t }: WordsContext): string {
  if (name === 'portrait') return value ? t('library.compare.portrait') : '';
  if (name === 'photo') return value ? t('library.compare.picture') : '';
  if (Array.isArray(value)) return value.join(', ');
  if (name === 'kind') return t(`persona.kind.${value as 'primary' | 'secondary' | 'negative'}`);
  if (typeof value === 'boolean') return value ? t('library.compare.yes') : '';
  return typeof value === 'string' ? oneLine(value) : '';
}
