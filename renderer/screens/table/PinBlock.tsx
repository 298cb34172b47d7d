import type { PersonaId } from '@shared/base/ids';
import type { PinField } from '@shared/boards/persona/commands/figures';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { guessPinField, pinBlocks, pinFacts } from '@shared/boards/persona/pinField';
import { factText } from '@shared/boards/persona/pinnedWords';
import { type PinnedFact, pinnedFact } from '@shared/table/pinnedFact';
import type { TableView } from '@shared/table/view';
import { useState } from 'react';
import { openDialog } from '@/app/appStore';
import { isoDate } from '@/app/dateText';
import { pinFieldName, pinToPersona } from '@/app/pinFigures';
import { addToBoard, boardForFacts, copyFacts } from '@/app/tables';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { PortraitDisc } from '@/ui/PortraitDisc';
import { Select, type SelectOption } from '@/ui/Select';
import styles from './PinBlock.module.css';
import { BOARD, firstTarget, OTHER, usePersona, useTargets } from './pinTarget';
import { useTable, useTableSession, useWords } from './tableContext';

/** Pins what is ticked to a field of a persona: facts leave the table, never rows. */
export function PinBlock({ view }: { readonly view: TableView }) {
  const words = useWords();
  const { t } = words;
  const session = useTableSession();
  const isReading = useTable((state) => state.progress !== null);
  const facts = useTickedFacts(view);
  const [target, setTarget] = useState(firstTarget);
  /** What was chosen by hand, for this persona and until it is pinned; else it is guessed from the column. */
  const [chosen, setChosen] = useState<PinField | null>(null);
  const targets = useTargets(target);
  const persona = usePersona(target && target !== BOARD ? (target as PersonaId) : null);
  const columns = facts.map(({ column }) => column);
  const field = persona && (chosen ?? guessPinField(persona, columns));
  const isNothing = facts.length === 0 || isReading;
  const isPossible = !isNothing && (target === BOARD || field !== null);

  const aim = (next: string) => {
    if (next === OTHER) return openDialog({ kind: 'pin-persona', onPick: aim });
    setTarget(next);
    setChosen(null);
  };
  const pin = async () => {
    const board = boardForFacts();
    const isPinned =
      target === BOARD
        ? board !== null && (await addToBoard(board, facts))
        : field !== null && (await pinToPersona(target as PersonaId, field, facts, words));
    if (!isPinned) return;
    session.store.setState({ ticked: new Set() });
    setChosen(null);
  };
  const title = t(target === BOARD ? 'tables.pin.titleBoard' : 'tables.pin.title');
  return (
    <section className={styles.pin} aria-label={title}>
      <h2>{title}</h2>
      {targets.length > 0 && (
        <div className={styles.where}>
          {target !== BOARD && <PortraitDisc portrait={persona?.info.portrait ?? null} size={40} />}
          <div className={styles.fields}>
            <Select
              hideLabel
              label={t('tables.pin.to')}
              placeholder={t('tables.pin.whom')}
              value={target}
              options={targets}
              onChange={aim}
            />
            {persona && field && <FieldSelect persona={persona} field={field} onChange={setChosen} />}
          </div>
        </div>
      )}
      {persona && field && <Outlook persona={persona} field={field} facts={facts} />}
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          icon="push-pin"
          iconSize={17}
          disabled={!isPossible}
          onClick={() => isPossible && void pin()}
        >
          {facts.length === 0
            ? t('tables.pin.none')
            : target === null
              ? t(targets.length > 0 ? 'tables.pin.whom' : 'tables.pin.nobody')
              : t('tables.pin.button', { count: facts.length })}
        </Button>
        {!isNothing && (
          <IconButton
            className={styles.copy}
            icon="clipboard-text"
            label={t('tables.pin.copy', { count: facts.length })}
            tipSide="top"
            onClick={() => void copyFacts(facts)}
          />
        )}
      </div>
      <p className={styles.note}>
        <Icon name="lock-simple" size={15} />
        <span>{t('tables.pin.note')}</span>
      </p>
    </section>
  );
}

/** The figures that are ticked, as facts of today. */
function useTickedFacts(view: TableView): readonly PinnedFact[] {
  const words = useWords();
  const ticked = useTable((state) => state.ticked);
  const filter = useTable((state) => state.filter);
  const file = useTable((state) => state.source?.name ?? '');
  const sheet = useTable(({ facts }) => (facts && facts.sheets.length > 1 ? facts.sheet : null));
  const context = { columns: view.columns, filter, file, sheet, date: isoDate(Date.now()) };
  return view.figures.filter(({ id }) => ticked.has(id)).map((figure) => pinnedFact(figure, context, words));
}

const keyOf = ({ kind, id }: PinField): string => `${kind} ${id}`;

interface FieldProps {
  readonly persona: PersonaDoc;
  readonly field: PinField;
}

/** The field of the persona: a fact of the band, or a block. */
function FieldSelect({ persona, field, onChange }: FieldProps & { readonly onChange: (field: PinField) => void }) {
  const words = useWords();
  const { t } = words;
  const fields: readonly PinField[] = [
    ...pinFacts(persona).map((id) => ({ kind: 'fact', id }) as const),
    ...pinBlocks(persona).map(({ id }) => ({ kind: 'block', id }) as const),
  ];
  const options = fields.map(
    (one): SelectOption<string> => ({
      value: keyOf(one),
      label: pinFieldName(persona, one, words),
      group: t(`tables.pin.${one.kind}s`),
    }),
  );
  return (
    <Select
      hideLabel
      label={t('tables.pin.field')}
      value={keyOf(field)}
      options={options}
      onChange={(key) => {
        const next = fields.find((one) => keyOf(one) === key);
        if (next) onChange(next);
      }}
    />
  );
}

/** What pinning would do there. */
function Outlook({ persona, field, facts }: FieldProps & { readonly facts: readonly PinnedFact[] }) {
  const { t } = useWords();
  const [first] = facts;
  const text = field.kind === 'fact' ? persona.info[field.id].trim() : '';
  const told =
    field.kind === 'block'
      ? t('tables.pin.newEntries')
      : text !== ''
        ? t('tables.pin.willKeep', { text })
        : first
          ? t('tables.pin.willSay', { text: factText(first) })
          : t('tables.pin.isEmpty');
  return (
    <p className={styles.outlook} role="status">
      <EvidenceSign kind="data" size={10} /> {told}
    </p>
  );
}
