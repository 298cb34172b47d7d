import type { IconName } from '@shared/scene/icons';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
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
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
  readonly quiet?: boolean;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** One choice out of many, behind a button. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, hideLabel, quiet, disabled, className } = props;
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
            {chosen?.label}
          </SelectValue>
          <Icon name="caret-down" size={12} />
        </Button>
        <Popover className={styles.popover ?? ''} offset={3}>
          <ListBox className={styles.list ?? ''} items={options}>
            {(option) => (
              <ListBoxItem id={option.value} textValue={option.label} className={styles.option ?? ''}>
                {option.icon && <Icon name={option.icon} />}
                {option.label}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaSelect>
    </AriaLocale>
  );
}
