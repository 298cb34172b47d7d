import { DEFAULT_WEIGHTS } from '@shared/analysis/friction';
import { FACTORS } from '@shared/analysis/frictionFactors';
import { Button } from '@/ui/Button';
import { NumberField } from '@/ui/NumberField';
import { useT } from '@/ui/useT';
import styles from './FrictionTable.module.css';
import { changeLooked, useLooked } from './frictionOptions';

/** What each factor weighs, and the formula in words. */
export function WeightsPanel() {
  const t = useT();
  const { weights } = useLooked();
  return (
    <fieldset className={styles.weights}>
      <legend className="visually-hidden">{t('analysis.weights')}</legend>
      <div className={styles.fields}>
        {FACTORS.map((factor) => (
          <NumberField
            key={factor}
            label={t(`analysis.factor.${factor}`)}
            value={weights[factor]}
            min={0}
            max={100}
            step={1}
            onChange={(value) => changeLooked({ weights: { ...weights, [factor]: value ?? 0 } })}
          />
        ))}
      </div>
      <p>{t('analysis.weightsText')}</p>
      <Button size="small" icon="arrow-counter-clockwise" onClick={() => changeLooked({ weights: DEFAULT_WEIGHTS })}>
        {t('analysis.reset')}
      </Button>
    </fieldset>
  );
}
