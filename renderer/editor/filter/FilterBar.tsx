import type { AnyDoc } from '@shared/model/document';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { useDoc, useUi } from '../useController';
import { askedOptions, filterFacts, setFilter, toggleAsked } from './boardFilter';
import styles from './Filter.module.css';
import { OptionSign, useOptionName } from './optionName';

/** Over the board while some notes are hidden: what is asked for, how many are left, the way back to all of them. */
export function FilterBar<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const filter = useUi(controller, (ui) => ui.filter);
  return filter ? <Bar controller={controller} /> : null;
}

function Bar<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  const nameOf = useOptionName();
  const doc = useDoc(controller.session);
  const filter = useUi(controller, (ui) => ui.filter);
  const facts = filterFacts(controller.plug, doc, filter);
  const chips = askedOptions(facts);
  const clear = () => {
    setFilter(controller, undefined);
    controller.focusBoard();
  };
  return (
    <section className={styles.bar} aria-label={t('editing.filter.bar')} data-testid="filter-bar">
      <Icon name="funnel" size={17} />
      <ul className={styles.chips}>
        {filter?.evidenceOnly && (
          <Chip
            name={t('editing.filter.evidenceOnly')}
            onRemove={() => setFilter(controller, { ...filter, evidenceOnly: false })}
          />
        )}
        {chips.map((option) => (
          <Chip
            key={`${option.key} ${option.value}`}
            name={nameOf(option)}
            sign={<OptionSign option={option} />}
            onRemove={() => toggleAsked(controller, option)}
          />
        ))}
      </ul>
      <span className={styles.left} role="status">
        {t('editing.filter.count', { shown: facts.shown, total: facts.total })}
      </span>
      <Button size="small" icon="x" onClick={clear}>
        {t('editing.filter.clear')}
      </Button>
    </section>
  );
}

interface ChipProps {
  readonly name: string;
  readonly sign?: React.ReactNode;
  readonly onRemove: () => void;
}

function Chip({ name, sign, onRemove }: ChipProps) {
  const t = useT();
  return (
    <li>
      <button
        type="button"
        className={styles.chip}
        aria-label={t('editing.filter.remove', { what: name })}
        onClick={onRemove}
      >
        {sign}
        {name}
        <Icon name="x" size={13} />
      </button>
    </li>
  );
}
