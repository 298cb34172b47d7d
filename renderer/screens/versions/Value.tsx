import type { ChangeField, ItemChange, PersonaChange, PlainField } from '@shared/boards/persona/changes';
import type { Entry, EvidenceItem, FactSlot, PersonaDoc, Portrait } from '@shared/boards/persona/model';
import { entriesOf, evidenceInOrder, slotOf } from '@shared/boards/persona/order';
import { portraitText } from '@shared/boards/persona/portraitText';
import { type PersonaPresetId, PRESETS } from '@shared/boards/persona/templates';
import type { DiffPart } from '@shared/boards/persona/wordDiff';
import { ageText, blockTitle, evidenceSuffix, evidenceTitle, valueText } from '@shared/boards/persona/words';
import { longDate } from '@shared/boards/pieces/dates';
import { jsonEqual } from '@shared/document/jsonEqual';
import type { Lang, TranslateFn } from '@shared/i18n/translate';
import type { EvidenceKind } from '@shared/model/evidence';
import type { Translation } from '@shared/model/translation';
import { quoteMarks, typographic } from '@shared/text/typography';
import { Fragment } from 'react';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { PersonaPicture } from '../library/PersonaPicture';
import styles from './Comparison.module.css';

type SideName = 'before' | 'after';
type Words = { readonly t: TranslateFn; readonly lang: Lang };

interface ValueProps {
  readonly change: PersonaChange;
  /** The document of this side. */
  readonly doc: PersonaDoc;
  /** The document of the other side. */
  readonly other: PersonaDoc;
  readonly side: SideName;
}

/** One side of a line of the comparison: what is only here is struck through on the older side, underlined on the newer. */
export function Value({ change, doc, other, side }: ValueProps) {
  const t = useT();
  const { field } = change;
  if ((change.kind === 'added' && side === 'before') || (change.kind === 'removed' && side === 'after')) {
    const isHere = field.kind === 'block' && doc.blocks[field.id];
    if (!isHere) return <em className={styles.absent}>{t(side === 'before' ? 'versions.absent' : 'versions.gone')}</em>;
  }
  switch (change.field.kind) {
    case 'evidence':
      return 'items' in change && <Items items={change.items} side={side} />;
    case 'translations':
      return 'texts' in change && <Translations texts={change.texts} side={side} />;
    case 'block':
      return 'entries' in change && <BlockValue change={change} doc={doc} other={other} side={side} />;
    default:
      return <PlainValue field={change.field} change={change} doc={doc} other={other} side={side} />;
  }
}

/** A field that is the same on both sides. */
export function SameValue({ field, doc }: { readonly field: ChangeField; readonly doc: PersonaDoc }) {
  const t = useT();
  const lang = useLang();
  if (field.kind === 'block')
    return (
      <ul className={styles.entries}>
        {entriesOf(doc, field.id).map((entry) => (
          <li key={entry.id}>
            <Sign kind={entry.evidence} />
            <span>{`${entry.text} ${entryMore(entry, { t, lang })}`}</span>
          </li>
        ))}
      </ul>
    );
  if (field.kind === 'evidence')
    return (
      <ul className={styles.entries}>
        {evidenceInOrder(doc).map((item) => (
          <li key={item.id}>{`${evidenceTitle(item, { t })}${evidenceSuffix(item, { t, lang })}`}</li>
        ))}
      </ul>
    );
  if (field.kind === 'translations')
    return (
      <Translations
        texts={Object.values<Translation>(doc.translations).map((one) => ({
          id: one.id,
          kind: 'same',
          before: one,
          after: one,
          words: null,
        }))}
        side="after"
      />
    );
  return <PlainValue field={field} change={null} doc={doc} other={doc} side="after" />;
}
interface PlainProps {
  readonly field: ChangeField & { readonly kind: 'info' | 'fact' };
  readonly change: PersonaChange | null;
  readonly doc: PersonaDoc;
  readonly other: PersonaDoc;
  readonly side: SideName;
}

function PlainValue({ field, change, doc, other, side }: PlainProps) {
  const t = useT();
  const lang = useLang();
  const words = change && 'words' in change ? change.words : null;
  const value = doc.info[field.name];
  if (field.name === 'portrait')
    return (
      <Picture
        portrait={value as Portrait | null}
        photo={null}
        name={doc.info.name}
        isOther={change !== null}
        side={side}
      />
    );
  if (field.name === 'photo')
    return (
      <span className={styles.photo}>
        <Picture
          portrait={null}
          photo={doc.info.photo?.asset ?? null}
          name={doc.info.name}
          isOther={change !== null}
          side={side}
        />
        {doc.info.photo?.alt}
      </span>
    );
  if (field.kind === 'info' && (field.name === 'kind' || typeof value !== 'string'))
    return <Marked parts={[{ text: plainText(field.name, value, { t, lang }), same: change === null }]} side={side} />;
  const text = String(value);
  const parts: readonly DiffPart[] =
    field.name === 'lastReviewed'
      ? [{ text: longDate(text, lang), same: change === null }]
      : field.name === 'template'
        ? [{ text: templateName(text, t), same: change === null }]
        : (words?.[side] ?? [{ text, same: true }]);
  const isQuote = field.name === 'quote' && text !== '';
  const marks = quoteMarks(lang);
  return (
    <>
      <span className={isQuote ? styles.quote : undefined}>
        {isQuote && marks.open}
        {field.kind === 'fact' && <Sign kind={slotOf(doc, field.name).evidence} />}
        {field.name === 'age' && change === null ? ageText(text, { t }) : <Marked parts={parts} side={side} />}
        {isQuote && marks.close}
      </span>
      {field.kind === 'fact' && !jsonEqual(slotOf(doc, field.name), slotOf(other, field.name)) && (
        <SlotNote slot={slotOf(doc, field.name)} />
      )}
    </>
  );
}

/** What is stored about a fact beyond its words. */
function SlotNote({ slot }: { readonly slot: FactSlot }) {
  const t = useT();
  const notes = [
    slot.evidence ? t(`journey.evidence.${slot.evidence}`) : t('persona.outline.noProof'),
    ...(slot.cites.length > 0 ? [t('persona.outline.cites', { count: slot.cites.length })] : []),
    ...(slot.visible ? [] : [t('versions.hidden')]),
  ];
  return <small className={styles.small}>{notes.join(', ')}</small>;
}

function plainText(name: PlainField | string, value: unknown, { t }: Words): string {
  if (name === 'kind') return t(`personaEditor.kind.${value as PersonaDoc['info']['kind']}`);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return t(value ? 'versions.yes' : 'versions.no');
  return '';
}

const templateName = (id: string, t: TranslateFn): string =>
  Object.hasOwn(PRESETS, id) ? t(PRESETS[id as PersonaPresetId].name) : id;

interface PictureProps {
  readonly portrait: Portrait | null;
  readonly photo: NonNullable<PersonaDoc['info']['photo']>['asset'] | null;
  readonly name: string;
  readonly isOther: boolean;
  readonly side: SideName;
}

function Picture({ portrait, photo, name, isOther, side }: PictureProps) {
  return (
    <span className={styles.picture} data-side={isOther ? side : undefined}>
      <PersonaPicture card={{ portrait: portraitText(portrait), photo, name }} width={72} height={82} />
    </span>
  );
}

function Marked({ parts, side }: { readonly parts: readonly DiffPart[]; readonly side: SideName }) {
  const lang = useLang();
  const Tag = side === 'before' ? 'del' : 'ins';
  return parts.map(({ text, same }, at) => {
    const shown = typographic(text, lang);
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
    return same || text.trim() === '' ? <Fragment key={at}>{shown}</Fragment> : <Tag key={at}>{shown}</Tag>;
  });
}

const Sign = ({ kind }: { readonly kind: EvidenceKind | null }) =>
  kind ? (
    <span className={styles.sign}>
      <EvidenceSign kind={kind} size={11} />
    </span>
  ) : null;

/** What an entry says beside its words: its figure, its right word, where its channel is. */
function entryMore(entry: Entry, words: Words): string {
  const { t } = words;
  const parts = [
    ...(entry.opposite ? [entry.opposite] : []),
    ...(entry.value === null ? [] : [`${valueText(entry, words)}${entry.unit ? `\u00A0${entry.unit}` : ''}`]),
    ...(entry.medium ? [t(`persona.medium.${entry.medium}`)] : []),
  ];
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

interface BlockProps extends ValueProps {
  readonly change: Extract<PersonaChange, { readonly entries: unknown }>;
}

function BlockValue({ change, doc, side }: BlockProps) {
  const t = useT();
  const lang = useLang();
  const own = change[side];
  const [was, is] = [change.before, change.after];
  const isRenamed = was && is && was.title !== is.title;
  return (
    <>
      {own && isRenamed && <p className={styles.blockTitle}>{blockTitle(own, { t })}</p>}
      {isOnlyMoved(change) && <small className={styles.small}>{t('versions.moved')}</small>}
      {own && !own.visible && <small className={styles.small}>{t('versions.hidden')}</small>}
      <ul className={styles.entries}>
        {change.entries.map((line) => {
          const entry = line[side];
          if (!entry) return null;
          const proof = entry.evidence;
          const isWhole = line.kind === 'added' || line.kind === 'removed';
          const more = entryMore(entry, { t, lang });
          const isMoreOther =
            !isWhole &&
            line.before &&
            line.after &&
            entryMore(line.before, { t, lang }) !== entryMore(line.after, { t, lang });
          return (
            <li key={line.id} data-proof={proof ?? undefined}>
              <Sign kind={proof} />
              <span>
                <Marked
                  parts={isWhole ? [{ text: entry.text, same: false }] : (line.words?.[side] ?? [])}
                  side={side}
                />
                {more && (
                  <>
                    {' '}
                    <Marked parts={[{ text: more, same: !(isWhole || isMoreOther) }]} side={side} />
                  </>
                )}
                {line.kind === 'moved' && <small className={styles.small}>{t('versions.moved')}</small>}
                {line.kind === 'changed' && isOnlyProof(line) && (
                  <small className={styles.small}>
                    {[
                      proof ? t(`journey.evidence.${proof}`) : t('persona.outline.noProof'),
                      ...(entry.cites.length > 0 ? [t('persona.outline.cites', { count: entry.cites.length })] : []),
                    ].join(', ')}
                  </small>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {own && entriesOf(doc, own.id).length === 0 && <em className={styles.absent}>{t('versions.emptyBlock')}</em>}
      {own && was && is && was.note !== is.note && <small className={styles.small}>{own.note}</small>}
      {own && was && is && was.prompt !== is.prompt && <small className={styles.small}>{own.prompt}</small>}
    </>
  );
}

/** The block says the same at another place. */
const isOnlyMoved = ({ before, after, entries }: BlockProps['change']): boolean =>
  before !== null &&
  after !== null &&
  jsonEqual({ ...before, order: '' }, { ...after, order: '' }) &&
  entries.every(({ kind }) => kind === 'same');

const isOnlyProof = ({ before, after }: ItemChange<Entry>): boolean =>
  before !== null &&
  after !== null &&
  (before.evidence !== after.evidence || before.cites.join() !== after.cites.join());

function Items({ items, side }: { readonly items: readonly ItemChange<EvidenceItem>[]; readonly side: SideName }) {
  const t = useT();
  const lang = useLang();
  return (
    <ul className={styles.entries}>
      {items.map((line) => {
        const item = line[side];
        if (!item) return null;
        const text = `${evidenceTitle(item, { t })}${evidenceSuffix(item, { t, lang })}`;
        return (
          <li key={line.id}>
            <span>
              <Marked parts={[{ text, same: line.kind === 'same' || line.kind === 'moved' }]} side={side} />
              {line.kind === 'changed' && item.note && <small className={styles.small}>{item.note}</small>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What each translated text says, and under it the text that was translated. */
function Translations({
  texts,
  side,
}: {
  readonly texts: readonly ItemChange<Translation>[];
  readonly side: SideName;
}) {
  return (
    <ul className={styles.entries}>
      {texts.map((line) => {
        const own = line[side];
        if (!own) return null;
        const { lang, source, text } = own;
        return (
          <li key={line.id}>
            <span>
              <span lang={lang}>
                <Marked parts={line.words?.[side] ?? [{ text, same: line.kind === 'same' }]} side={side} />
              </span>
              <small className={styles.small}>{source}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
