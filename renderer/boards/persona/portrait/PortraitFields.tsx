import { GROUNDS, HAIR_COLORS, OUTFITS, SKINS } from '@shared/boards/persona/portraitMaker';
import {
  ACCESSORIES,
  AIDS,
  BEARDS,
  GLASSES_SHAPES,
  HAIR_STYLES,
  HEAD_SHAPES,
  HEADWEAR,
  MOUTHS,
  TOPS,
  type WholePortrait,
} from '@shared/boards/persona/portraitModel';
import type { MessageKey } from '@shared/i18n/translate';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import styles from './portrait.module.css';
import { Swatches } from './Swatches';

/** Colours of cloth, frames and metal. */
const THINGS = ['#0F6C5C', '#1E44A8', '#7B3A63', '#C93A1E', '#141D33', '#C9A227', '#0E6486', '#FFD95A', '#F3F0E4'];

interface FieldsProps {
  readonly portrait: WholePortrait;
  readonly onChange: (fields: Partial<WholePortrait>) => void;
}

type Listed = 'head' | 'hair' | 'mouth' | 'beard' | 'top' | 'headwear' | 'glassesShape' | 'accessory' | 'aid';
type Worn = 'headband' | 'glasses' | 'earrings' | 'hearingAid';

const LISTS: Readonly<Record<Listed, readonly string[]>> = {
  head: HEAD_SHAPES,
  hair: HAIR_STYLES,
  mouth: MOUTHS,
  beard: BEARDS,
  top: TOPS,
  headwear: HEADWEAR,
  glassesShape: GLASSES_SHAPES,
  accessory: ACCESSORIES,
  aid: AIDS,
};

/** Every part of a portrait: shapes from lists, colours from swatches, what is worn or not. */
export function PortraitFields({ portrait, onChange }: FieldsProps) {
  const t = useT();
  const list = (name: Listed) => (
    <Select
      label={t(`personaEditor.portrait.${name}`)}
      quiet
      value={portrait[name] as string}
      options={LISTS[name].map((value) => ({
        value,
        label: t(`personaEditor.portrait.value.${value}` as MessageKey),
      }))}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const worn = (name: Worn) => (
    <Swatches
      label={t(`personaEditor.portrait.${name}`)}
      colors={['', ...THINGS]}
      value={portrait[name]}
      onChange={(color) => onChange({ [name]: color })}
    />
  );
  return (
    <div className={styles.fields}>
      {list('head')}
      {list('mouth')}
      <Swatches
        label={t('personaEditor.portrait.skin')}
        colors={SKINS.map(([skin]) => skin)}
        value={portrait.skin}
        onChange={(skin) => onChange({ skin, skinShade: SKINS.find(([each]) => each === skin)?.[1] ?? skin })}
      />
      {list('hair')}
      {list('beard')}
      <Swatches
        label={t('personaEditor.portrait.hairColor')}
        colors={portrait.hair === 'hijab' ? THINGS : HAIR_COLORS}
        value={portrait.hairColor}
        onChange={(hairColor) => onChange({ hairColor })}
      />
      {list('headwear')}
      {list('top')}
      <Swatches
        label={t('personaEditor.portrait.headwearColor')}
        colors={THINGS}
        value={portrait.headwearColor}
        onChange={(headwearColor) => onChange({ headwearColor })}
      />
      <Swatches
        label={t('personaEditor.portrait.outfit')}
        colors={OUTFITS.map(([clothes]) => clothes)}
        value={portrait.clothes}
        onChange={(clothes) =>
          onChange({ clothes, clothesAccent: OUTFITS.find(([each]) => each === clothes)?.[1] ?? '#F3F0E4' })
        }
      />
      {worn('headband')}
      {list('glassesShape')}
      {list('accessory')}
      {worn('glasses')}
      {list('aid')}
      <Swatches
        label={t('personaEditor.portrait.ground')}
        colors={GROUNDS.map(([background]) => background)}
        value={portrait.background}
        onChange={(background) =>
          onChange({ background, shape: GROUNDS.find(([each]) => each === background)?.[1] ?? background })
        }
      />
      {worn('earrings')}
      {worn('hearingAid')}
      <div className={styles.switches}>
        <Switch
          label={t('personaEditor.portrait.lines')}
          on={portrait.lines}
          onChange={(lines) => onChange({ lines })}
        />
        <Switch
          label={t('personaEditor.portrait.collar')}
          on={portrait.collar}
          onChange={(collar) => onChange({ collar })}
        />
        <Switch
          label={t('personaEditor.portrait.eyePatch')}
          on={portrait.eyes === 'patch'}
          onChange={(patch) => onChange({ eyes: patch ? 'patch' : 'both' })}
        />
      </div>
    </div>
  );
}
