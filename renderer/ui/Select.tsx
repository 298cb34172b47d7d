import type { IconName } from '@shared/scene/icons';
import { Button } from 'react-aria-components/Button';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, Label, SelectValue } from 'react-aria-components/Select';
import { AriaLocale } from './AriaLocale';
import { classNames } from './classNames';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './Select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** Title of the group it stands under; options of a group follow one another. */
  readonly group?: string | undefined;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Value>[];
  /** null: none of them, and the button says `placeholder`. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string | undefined;
  readonly hideLabel?: boolean;
  readonly quiet?: boolean;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

const optionItem = <Value extends string>(option: SelectOption<Value>) => (
  <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.option ?? ''}>
    {option.icon && <Icon name={option.icon} />}
    {option.label}
  </ListBoxItem>
);

interface OptionGroup<Value extends string> {
  readonly title: string | undefined;
  readonly items: SelectOption<Value>[];
}

/** Neighbours of the same group together. */
function groupsOf<Value extends string>(options: readonly SelectOption<Value>[]): readonly OptionGroup<Value>[] {
  const groups: OptionGroup<Value>[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.title === option.group) last.items.push(option);
    else groups.push({ title: option.group, items: [option] });
  }
  return groups;
}

/** One choice out of many, behind a button. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, placeholder, hideLabel, quiet, disabled, className } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <AriaLocale>
      <AriaSelect
        className={classNames(styles.field, className)}
        value={value}
        isDisabled={disabled ?? false}
        onChange={(key) => key !== null && onChange(key as Value)}
      >
        <Label className={(hideLabel ? field.hidden : field.label) ?? ''}>{label}</Label>
        <Button className={classNames(styles.button, quiet && styles.quiet)}>
          <SelectValue className={styles.value ?? ''}>
            {chosen?.icon && <Icon name={chosen.icon} />}
            {chosen?.label ?? placeholder}
          </SelectValue>
          <Icon name="caret-down" size={12} />
        </Button>
        <Popover className={styles.popover ?? ''} offset={3}>
          <ListBox className={styles.list ?? ''}>
            {groupsOf(options).map(({ title, items }) =>
              title === undefined ? (
                items.map(optionItem)
              ) : (
                <ListBoxSection key={title} id={title}>
                  <Header className={styles.group ?? ''}>{title}</Header>
                  {items.map(optionItem)}
                </ListBoxSection>
              ),
            )}
          </ListBox>
        </Popover>
      </AriaSelect>
    </AriaLocale>
  );
}
