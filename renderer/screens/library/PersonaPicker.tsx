import type { PersonaId } from '@shared/base/ids';
import type { IconName } from '@shared/scene/icons';
import { matchText, type TextPiece } from '@shared/text/searchText';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { closeDialog, workspace } from '@/app/appStore';
import type { PersonaCard } from '@/session/library';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SearchField } from '@/ui/SearchField';
import { useT } from '@/ui/useT';
import styles from './PersonaPicker.module.css';
import { PersonaPicture } from './PersonaPicture';
import { Squares } from './Squares';

/** So many are listed at most; more are found by a longer word. */
const MOST = 60;

interface Line {
  readonly card: PersonaCard;
  readonly name: readonly TextPiece[];
  readonly isLinked: boolean;
}

/** Personas whose name, role, place or tags hold every word, best first; without a word, those edited last. */
function linesFor(cards: readonly PersonaCard[], query: string, linked: ReadonlySet<string>): readonly Line[] {
  const found = cards.flatMap((card) => {
    if (card.archived) return [];
    const name = matchText(card.name, query);
    const all =
      name ?? matchText([card.name, card.role, card.tagline, card.place, card.sector, ...card.tags].join(' '), query);
    if (!all) return [];
    const line = { card, name: name?.pieces ?? [{ text: card.name, found: false }], isLinked: linked.has(card.id) };
    return [{ line, score: all.score + (name ? 20 : 0) - (line.isLinked ? 100 : 0) }];
  });
  return found.sort((a, b) => b.score - a.score).map(({ line }) => line);
}

const NOBODY: ReadonlySet<string> = new Set();

export interface PersonaPickerProps {
  readonly title: string;
  /** What the button does with the chosen one. */
  readonly action: { readonly label: string; readonly icon: IconName };
  /** Personas that are there already: last in the list, not to be chosen. */
  readonly linked?: ReadonlySet<string>;
  /** Closes the dialog once it is done. */
  readonly onPick: (card: PersonaCard) => void | Promise<void>;
  /** More buttons, before the others. */
  readonly children?: ReactNode;
}

/** Finds one persona of the library by its name, role, place or tags. */
export function PersonaPicker({ title, action, linked = NOBODY, onPick, children }: PersonaPickerProps) {
  const t = useT();
  const cards = useStore(workspace().library, (state) => state.personas);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => linesFor(cards, query, linked), [cards, query, linked]);
  const lines = all.slice(0, MOST);
  const current = lines[Math.min(at, lines.length - 1)];
  const optionId = (id: PersonaId) => `${listId}-${id}`;

  const choose = async (line: Line | undefined) => {
    if (busy || !line || line.isLinked) return;
    setBusy(true);
    await onPick(line.card);
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(lines.length - 1, at + step));
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void choose(current);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={closeDialog}
      footer={
        <>
          {children}
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon={action.icon}
            disabled={!current || current.isLinked || busy}
            tip={current?.isLinked ? t('personaEditor.link.already') : undefined}
            onClick={() => void choose(current)}
          >
            {action.label}
          </Button>
        </>
      }
    >
      <SearchField
        label={t('personaEditor.link.search')}
        placeholder={t('personaEditor.link.placeholder')}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setAt(0);
        }}
        autoFocus
        onKeyDown={keyDown}
        list={{ id: listId, active: current ? optionId(current.card.id) : undefined }}
      />
      <p className={styles.count} role="status">
        {all.length > lines.length
          ? t('personaEditor.link.first', { shown: lines.length, count: all.length })
          : t('personaEditor.link.count', { count: all.length })}
      </p>
      <div ref={list} id={listId} role="listbox" aria-label={t('library.title')} className={styles.list}>
        {lines.map((line, place) => (
          <Option
            key={line.card.id}
            id={optionId(line.card.id)}
            line={line}
            isOn={line === current}
            onPoint={() => setAt(place)}
            onChoose={() => void choose(line)}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface OptionProps {
  readonly id: string;
  readonly line: Line;
  readonly isOn: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, line, isOn, onPoint, onChoose }: OptionProps) {
  const t = useT();
  const { card, name, isLinked } = line;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keyboard: arrows choose here, Enter links.
    // biome-ignore lint/a11y/useFocusableInteractive: as above, the field names the active option.
    <div
      id={id}
      role="option"
      aria-selected={isOn}
      aria-disabled={isLinked || undefined}
      className={styles.option}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <span className={styles.face}>
        <PersonaPicture card={card} width={48} height={48} />
      </span>
      <span className={styles.words}>
        <strong>
          {card.name === ''
            ? t('persona.unnamed')
            : name.map(({ text, found }, at) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name never move.
                found ? <mark key={at}>{text}</mark> : text,
              )}
        </strong>
        <span>{[card.role, card.place].filter(Boolean).join(', ') || card.tagline}</span>
      </span>
      <span className={styles.end}>
        {isLinked ? t('personaEditor.link.already') : <Squares count={card.squares} />}
      </span>
    </div>
  );
}
