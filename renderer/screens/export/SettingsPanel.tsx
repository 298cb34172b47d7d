import { LANGUAGES, type Lang } from '@shared/i18n/translate';
import { BLEEDS, MOST_MARGIN_MM, POSTER_THEMES, SPLITS, TILE_BLEED_MM, TILES } from '@shared/poster/posterSetup';
import { tilingOf } from '@shared/poster/tiling';
import { POSTER_PARTS, type PosterPart } from '@shared/scene/posterParts';
import { pixelsOfMm, type SheetSize } from '@shared/scene/sheet';
import type { ReactNode } from 'react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import type { PosterDpi, PosterFormat } from '@/export/posterName';
import type { PosterSource } from '@/export/posterScene';
import field from '@/ui/Field.module.css';
import { Icon } from '@/ui/Icon';
import { NumberField } from '@/ui/NumberField';
import { Segmented } from '@/ui/Segmented';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { TitleBlockPanel } from '../workshop/TitleBlockPanel';
import { BoardChoicePanel } from './BoardChoicePanel';
import { changeSettings, changeSetup, type ExportSettings } from './exportSettings';
import styles from './SettingsPanel.module.css';
import { SheetFields } from './SheetFields';
import { WorkshopInside } from './WorkshopInside';

export interface SettingsPanelProps {
  readonly settings: ExportSettings;
  /** Of the poster on show; null until it is laid out. */
  readonly sheet: SheetSize | null;
  readonly langs: readonly Lang[];
  /** The workshop that posters come from and can carry; null on the page of a persona by itself. */
  readonly workshop: OpenWorkshop | null;
  /** The board of the poster on show, with all that it has; null while it is opened. */
  readonly whole: PosterSource | null;
  /** What belongs under the languages. */
  readonly children: ReactNode;
}

const FORMATS: readonly { readonly value: PosterFormat; readonly label: string }[] = [
  { value: 'pdf', label: 'PDF' },
  { value: 'png', label: 'PNG' },
  { value: 'svg', label: 'SVG' },
  { value: 'pptx', label: 'PPTX' },
];
const DPIS = ['96', '150', '300'] as const;
const LANG_NAMES: Readonly<Record<Lang, string>> = { fr: 'Français', en: 'English' };

/** Paper, format and languages: the same for every poster of the export. */
export function SettingsPanel({ settings, sheet, langs, workshop, whole, children }: SettingsPanelProps) {
  const t = useT();
  const isSlides = settings.format === 'pptx';
  return (
    <section className={styles.settings} aria-label={t('exporting.settings.label')}>
      {!isSlides && <SheetFields settings={settings} sheet={sheet} />}
      <Segmented
        label={t('exporting.settings.format')}
        value={settings.format}
        onChange={(format) => changeSettings({ format })}
        options={FORMATS}
      />
      {workshop && <TitleBlockPanel open={workshop} />}
      {isSlides ? (
        <>
          <p className={styles.hint}>{t('exporting.settings.slides')}</p>
          {whole && <BoardChoicePanel key={whole.boardId} whole={whole} />}
        </>
      ) : (
        <>
          {workshop && <WorkshopInside workshopId={workshop.id} on={settings.inside} />}
          <PaperFields settings={settings} sheet={sheet} whole={whole} />
        </>
      )}
      <Languages langs={langs} />
      {children}
    </section>
  );
}

/** What only says something of paper. */
function PaperFields({ settings, sheet, whole }: Pick<SettingsPanelProps, 'settings' | 'sheet' | 'whole'>) {
  const t = useT();
  const canTile = settings.format !== 'svg';
  const isTiled = canTile && settings.setup.tile !== 'none';
  return (
    <>
      {settings.format === 'png' && sheet && <Resolution settings={settings} sheet={sheet} />}
      {settings.format === 'svg' && <Letters outlines={settings.outlines} />}
      <div>
        <Segmented
          label={t('exporting.settings.split')}
          value={settings.setup.split}
          columns={1}
          onChange={(split) => changeSetup({ split })}
          options={SPLITS.map((split) => ({ value: split, label: t(`exporting.settings.splits.${split}`) }))}
        />
        <p className={styles.hint}>{t(`exporting.settings.splitMeans.${settings.setup.split}`)}</p>
      </div>
      <NumberField
        label={t('exporting.settings.margin')}
        unit="mm"
        min={0}
        max={MOST_MARGIN_MM}
        step={0.5}
        value={settings.setup.marginMm}
        onChange={(marginMm) => changeSetup({ marginMm: marginMm ?? 0 })}
      />
      <Shown hides={settings.setup.hides} />
      {whole && <BoardChoicePanel key={whole.boardId} whole={whole} />}
      <Segmented
        label={t('exporting.settings.theme')}
        value={settings.setup.theme}
        columns={2}
        onChange={(theme) => changeSetup({ theme })}
        options={POSTER_THEMES.map((theme) => ({ value: theme, label: t(`exporting.settings.themes.${theme}`) }))}
      />
      <Segmented
        label={t('exporting.settings.inks')}
        value={settings.setup.inks}
        onChange={(inks) => changeSetup({ inks })}
        options={[
          { value: 'colour', label: t('exporting.settings.colour') },
          { value: 'saving', label: t('exporting.settings.saving') },
          { value: 'grey', label: t('exporting.settings.grey') },
        ]}
      />
      {canTile && (
        <Segmented
          label={t('exporting.settings.tile')}
          value={settings.setup.tile}
          onChange={(tile) => changeSetup({ tile })}
          options={TILES.map((tile) => ({
            value: tile,
            label: tile === 'none' ? t('exporting.settings.tileNone') : t('exporting.settings.tileOn', { name: tile }),
          }))}
        />
      )}
      <div className={styles.paper}>
        <Segmented
          label={t('exporting.settings.bleed')}
          value={String(isTiled ? Math.min(settings.setup.bleedMm, TILE_BLEED_MM) : settings.setup.bleedMm)}
          onChange={(bleed) => changeSetup({ bleedMm: Number(bleed) })}
          options={[0, ...BLEEDS].map((mm) => ({
            value: String(mm),
            disabled: isTiled && mm > TILE_BLEED_MM,
            label: mm === 0 ? t('exporting.settings.bleedNone') : `${mm}\u00A0mm`,
          }))}
        />
        <Switch
          label={t('exporting.settings.marks')}
          on={settings.setup.marks}
          disabled={isTiled}
          onChange={(marks) => changeSetup({ marks })}
        />
        {isTiled && <p className={styles.hint}>{t('exporting.settings.tileMarks')}</p>}
      </div>
    </>
  );
}

/** What the poster shows; all of it until somebody says otherwise. */
function Shown({ hides }: { readonly hides: readonly PosterPart[] }) {
  const t = useT();
  const show = (part: PosterPart, isOn: boolean) =>
    changeSetup({ hides: POSTER_PARTS.filter((each) => (each === part ? !isOn : hides.includes(each))) });
  return (
    <fieldset className={styles.shown}>
      <legend className={field.label}>{t('exporting.settings.shown')}</legend>
      {POSTER_PARTS.map((part) => (
        <Switch
          key={part}
          label={t(`exporting.settings.parts.${part}`)}
          on={!hides.includes(part)}
          onChange={(isOn) => show(part, isOn)}
        />
      ))}
      <p className={styles.hint}>{t('exporting.settings.shownMeans')}</p>
    </fieldset>
  );
}

function Letters({ outlines }: { readonly outlines: boolean }) {
  const t = useT();
  return (
    <div>
      <Segmented
        label={t('exporting.settings.letters')}
        value={outlines ? 'shapes' : 'text'}
        onChange={(letters) => changeSettings({ outlines: letters === 'shapes' })}
        options={[
          { value: 'text', label: t('exporting.settings.lettersText') },
          { value: 'shapes', label: t('exporting.settings.lettersShapes') },
        ]}
      />
      <p className={styles.hint}>
        {t(outlines ? 'exporting.settings.lettersShapesMeans' : 'exporting.settings.lettersTextMeans')}
      </p>
    </div>
  );
}

function Resolution({ settings, sheet }: { readonly settings: ExportSettings; readonly sheet: SheetSize }) {
  const t = useT();
  const { tile } = settings.setup;
  // A picture of each tile.
  const picture = tile === 'none' ? sheet : tilingOf(sheet, tile).tile;
  const pixels = {
    width: pixelsOfMm(picture.widthMm, settings.dpi),
    height: pixelsOfMm(picture.heightMm, settings.dpi),
  };
  return (
    <div>
      <Segmented
        label={t('exporting.settings.dpi')}
        value={String(settings.dpi) as (typeof DPIS)[number]}
        onChange={(dpi) => changeSettings({ dpi: Number(dpi) as PosterDpi })}
        options={DPIS.map((value) => ({ value, label: value }))}
      />
      <p className={styles.hint}>{t('exporting.settings.pixels', pixels)}</p>
    </div>
  );
}

/** One language or both: a poster is made in each. */
function Languages({ langs }: { readonly langs: readonly Lang[] }) {
  const t = useT();
  const toggle = (lang: Lang, isOn: boolean) =>
    changeSettings({ langs: LANGUAGES.filter((each) => (each === lang ? isOn : langs.includes(each))) });
  return (
    <fieldset className={styles.languages}>
      <legend className={field.label}>{t('exporting.settings.language')}</legend>
      {LANGUAGES.map((lang) => (
        <label key={lang} className={styles.language} lang={lang}>
          <input
            type="checkbox"
            checked={langs.includes(lang)}
            onChange={(event) => toggle(lang, event.currentTarget.checked)}
          />
          {langs.includes(lang) && <Icon name="check" size={13} />}
          <span>{LANG_NAMES[lang]}</span>
        </label>
      ))}
    </fieldset>
  );
}
