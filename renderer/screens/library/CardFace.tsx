import type { AssetHash } from '@shared/base/ids';
import type { Lang, TranslateFn } from '@shared/i18n/translate';
import { quoted } from '@shared/text/typography';
import { type CSSProperties, memo, type RefObject, useLayoutEffect, useRef } from 'react';
import { dayText } from '@/app/dateText';
import type { PersonaCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { Box, mapsText, roleLine, Star } from './cardParts';
import { markedParts } from './marked';
import { Initials, Photo } from './PersonaPicture';
import styles from './PersonaTile.module.css';
import { PORTRAIT } from './portraitProperty';
import { Squares, strengthText } from './Squares';

const SHOWN_TAGS = 2;
/** The picture above the texts, in CSS pixels. */
export const PICTURE_HEIGHT = 138;

interface CardFaceProps {
  readonly card: PersonaCard;
  /** Words to mark, as `wordsIn` tells them. */
  readonly marks: string;
  /** Why it was found, where the card says nothing of it itself. */
  readonly found: string | null;
  readonly selected: boolean;
  /** Its texts are in view, or there is time for them. */
  readonly isRead: boolean;
}

/**
 * What stands on a card. Its elements are made once; another persona in its place changes their texts alone. Ten thousand personas pass through a dozen places of the
 * grid at every letter of a search: as elements of React they took a third of what a letter may cost.
 */
export function CardFace({ card, marks, found, selected, isRead }: CardFaceProps) {
  const t = useT();
  const lang = useLang();
  const root = useRef<HTMLDivElement>(null);
  const face = useRef<Face | null>(null);
  useLayoutEffect(() => {
    if (!root.current) return;
    face.current ??= faceIn(root.current);
    writePicture(face.current, card);
    if (isRead) writeTexts(face.current, { card, marks, found }, { t, lang });
  }, [card, marks, found, isRead, t, lang]);
  return (
    <Elements
      root={root}
      photo={card.photo}
      initialsOf={card.photo || card.portrait ? null : card.name}
      favourite={card.favourite}
      selected={selected}
    />
  );
}

interface ElementsProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly photo: AssetHash | null;
  readonly initialsOf: string | null;
  readonly favourite: boolean;
  readonly selected: boolean;
}

const ROOM: CSSProperties = { height: PICTURE_HEIGHT };

/** The elements of a card, those that are written into by their names (`data-part`). */
const Elements = memo(function Elements({ root, photo, initialsOf, favourite, selected }: ElementsProps) {
  return (
    <div ref={root} className={styles.paper}>
      <div className={classNames(styles.picture, styles.drawn)} style={ROOM} data-part="picture">
        {/* By its hash: the place may have shown another one before. */}
        {photo && <Photo key={photo} hash={photo} />}
        {initialsOf !== null && <Initials name={initialsOf} />}
        <Box on={selected} />
        {favourite && <Star />}
      </div>
      <div className={styles.text}>
        {/* biome-ignore lint/a11y/useHeadingContent: the name is written into it. */}
        <h2 className={styles.name} data-part="name" />
        <p className={styles.role} data-part="role" />
        <p data-part="words" />
        <div className={styles.tags}>
          <span className={classNames(styles.tag, styles.archived)} data-part="archived" />
          <span className={styles.tag} data-part="tag1" />
          <span className={styles.tag} data-part="tag2" />
          <span className={styles.tag} data-part="more" />
        </div>
      </div>
      <div className={styles.foot}>
        <Icon name="stack" />
        <b data-part="maps" />
        <span data-part="day" />
        <span className={styles.strength}>
          <Squares count={null} part="strength" />
        </span>
      </div>
    </div>
  );
});

type Part = 'picture' | 'name' | 'role' | 'words' | 'archived' | 'tag1' | 'tag2' | 'more' | 'maps' | 'day' | 'strength';

interface Face {
  readonly part: (name: Part) => HTMLElement;
  /** What stands in each part, so that only what differs is written. */
  readonly shown: Map<Part, string>;
}

function faceIn(root: HTMLElement): Face {
  const parts = new Map<string | undefined, HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-part]')) parts.set(element.dataset.part, element);
  const part = (name: Part): HTMLElement => {
    const element = parts.get(name);
    if (!element) throw new Error(`a card has no part ${name}`);
    return element;
  };
  return { part, shown: new Map() };
}

type Content = Pick<CardFaceProps, 'card' | 'marks' | 'found'>;

function writeTexts(
  face: Face,
  { card, marks, found }: Content,
  { t, lang }: { readonly t: TranslateFn; readonly lang: Lang },
): void {
  const quote = card.quote.trim();
  const [tag1 = '', tag2 = ''] = card.tags;
  const more = card.tags.length - SHOWN_TAGS;
  writeText(face, 'name', card.name || t('persona.unnamed'), marks);
  writeText(face, 'role', roleLine(card) || t('library.card.noRole'), marks);
  const words = found === null ? quote && quoted(quote, lang) : t('library.card.foundIn', { text: found });
  writeStyle(face, found === null ? styles.quote : styles.found);
  writeText(face, 'words', words, marks);
  writeText(face, 'archived', card.archived ? t('library.card.archived') : '');
  writeText(face, 'tag1', tag1, marks);
  writeText(face, 'tag2', tag2, marks);
  writeText(face, 'more', more > 0 ? `+${more}` : '');
  writeText(face, 'maps', mapsText(card, t));
  writeText(face, 'day', dayText(card.updatedAt, Date.now(), lang, t));
  writeStrength(face, card.squares, t);
}

function isNew(face: Face, part: Part, content: string): boolean {
  if (face.shown.get(part) === content) return false;
  face.shown.set(part, content);
  return true;
}

function writePicture(face: Face, { photo, portrait }: PersonaCard): void {
  const painted = photo ? '' : portrait;
  if (isNew(face, 'picture', painted)) face.part('picture').style.setProperty(PORTRAIT, painted);
}

/** What a persona says is set in another way than what was found in it. */
function writeStyle(face: Face, name = ''): void {
  if (face.part('words').className !== name) face.part('words').className = name;
}

function writeStrength(face: Face, count: PersonaCard['squares'], t: TranslateFn): void {
  const label = strengthText(count, t);
  if (!isNew(face, 'strength', label)) return;
  const squares = face.part('strength');
  squares.dataset.count = `${count ?? 0}`;
  squares.ariaLabel = label;
}

function writeText(face: Face, name: Part, text: string, marks = ''): void {
  if (!isNew(face, name, marks === '' ? text : `${text}\n${marks}`)) return;
  const element = face.part(name);
  const parts = (marks === '' ? null : markedParts(text, marks)) ?? [text];
  const nodes = element.childNodes;
  if (nodes.length !== parts.length)
    element.replaceChildren(...parts.map((part, at) => (at % 2 === 0 ? document.createTextNode(part) : markOf(part))));
  // What stands there takes the new texts: making others costs more.
  else
    parts.forEach((part, at) => {
      const node = nodes[at];
      const own = node instanceof Text ? node : node?.firstChild;
      if (own instanceof Text && own.data !== part) own.data = part;
    });
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.append(document.createTextNode(text));
  return mark;
}
