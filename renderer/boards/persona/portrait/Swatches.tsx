import { useId } from 'react';
import { useT } from '@/ui/useT';
import styles from './portrait.module.css';

interface SwatchesProps {
  readonly label: string;
  /** An empty one means that the thing is not there. */
  readonly colors: readonly string[];
  readonly value: string;
  readonly onChange: (color: string) => void;
}

/** Colours to choose from, one of them: a group of radio buttons, walked through by arrows. */
export function Swatches({ label, colors, value, onChange }: SwatchesProps) {
  const t = useT();
  const name = useId();
  const isKnown = colors.some((color) => color.toLowerCase() === value.toLowerCase());
  const all = isKnown ? colors : [...colors, value];
  return (
    <fieldset className={styles.swatches}>
      <legend>{label}</legend>
      {all.map((color, at) => (
        <label key={color} data-none={color === '' ? '' : undefined} style={color === '' ? {} : { background: color }}>
          <input
            type="radio"
            name={name}
            aria-label={
              color === '' ? t('personaEditor.portrait.without') : t('personaEditor.portrait.color', { number: at + 1 })
            }
            checked={color.toLowerCase() === value.toLowerCase()}
            onChange={() => onChange(color)}
          />
        </label>
      ))}
    </fieldset>
  );
}
