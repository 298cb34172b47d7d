import type { MessageKey } from '@shared/i18n/translate';
import { customSheet, ROLL_MM, type SheetChoice, type SheetSize, SIDE_MM, sheetSize } from '@shared/scene/sheet';
import { ROLLS, SHEET_FAMILIES, type SheetFamily, type SheetName } from '@shared/scene/sheetCatalogue';
import { ownOrientation, readSheet, sheetText } from '@shared/scene/sheetText';
import { NumberField } from '@/ui/NumberField';
import { Segmented } from '@/ui/Segmented';
import { Select, type SelectOption } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { changeSetup, type ExportSettings } from './exportSettings';
import styles from './SettingsPanel.module.css';

/** The sheets that most posters are made on: one press each. */
const USUAL = ['A4', 'A3', 'A2', 'A1', 'A0'] as const satisfies readonly SheetName[];
const CUSTOM = 'custom';

const isUsual = (choice: SheetChoice): choice is { readonly kind: 'named'; readonly name: (typeof USUAL)[number] } =>
  choice.kind === 'named' && USUAL.some((name) => name === choice.name);

const FAMILY_TITLES: Readonly<Record<SheetFamily, MessageKey>> = {
  isoA: 'exporting.sheets.isoA',
  isoB: 'exporting.sheets.isoB',
  us: 'exporting.sheets.us',
  arch: 'exporting.sheets.arch',
  poster: 'exporting.sheets.poster',
};

/** Paper and the way it lies: five usual sheets, every other one in a list by family, rolls, and a size of one's own. */
export function SheetFields({
  settings,
  sheet,
}: {
  readonly settings: ExportSettings;
  readonly sheet: SheetSize | null;
}) {
  const t = useT();
  const { sheet: choice, orientation } = settings.setup;
  const choose = (text: string) => {
    if (text === CUSTOM) return changeSetup({ sheet: customFrom(sheet) });
    const chosen = readSheet(text);
    if (chosen) changeSetup({ sheet: chosen });
  };
  return (
    <>
      <div className={styles.paper}>
        <Segmented
          label={t('exporting.settings.sheet')}
          value={isUsual(choice) ? choice.name : null}
          onChange={choose}
          options={USUAL.map((value) => ({ value, label: value }))}
        />
        <Select
          hideLabel
          quiet
          label={t('exporting.settings.otherSheet')}
          placeholder={t('exporting.settings.otherSheet')}
          value={isUsual(choice) ? null : choice.kind === 'custom' ? CUSTOM : sheetText(choice)}
          onChange={choose}
          options={otherSheets(choice, t)}
        />
        {choice.kind === 'custom' && <CustomFields choice={choice} orientation={orientation} />}
        {choice.kind === 'roll' && (
          <>
            <NumberField
              label={t('exporting.settings.rollWidth')}
              unit="mm"
              min={ROLL_MM.least}
              max={ROLL_MM.most}
              value={choice.widthMm}
              onChange={(widthMm) => widthMm !== null && changeSetup({ sheet: { kind: 'roll', widthMm } })}
            />
            {sheet && (
              <p className={styles.hint}>
                {t('exporting.settings.rollLength', { length: Math.max(sheet.widthMm, sheet.heightMm) })}
              </p>
            )}
          </>
        )}
      </div>
      <Segmented
        label={t('exporting.settings.orientation')}
        value={orientation}
        onChange={(next) => changeSetup({ orientation: next })}
        options={[
          { value: 'landscape', label: t('exporting.settings.landscape') },
          { value: 'portrait', label: t('exporting.settings.portrait') },
        ]}
      />
    </>
  );
}

/** A size of one's own begins with that of the paper one comes from. */
function customFrom(sheet: SheetSize | null): SheetChoice {
  const { widthMm, heightMm } = sheet ?? sheetSize('A1', 'landscape');
  return { kind: 'custom', widthMm: Math.round(widthMm), heightMm: Math.round(heightMm) };
}

/** Every sheet but the usual ones; a roll of a width of its own stands beside those that are sold. */
function otherSheets(choice: SheetChoice, t: ReturnType<typeof useT>): readonly SelectOption<string>[] {
  const families = Object.entries(SHEET_FAMILIES) as [SheetFamily, readonly SheetName[]][];
  const named = families.flatMap(([family, names]) =>
    names
      .filter((name) => !isUsual({ kind: 'named', name }))
      .map(
        (name): SelectOption<string> => ({ value: name, label: withSize(name, t), group: t(FAMILY_TITLES[family]) }),
      ),
  );
  const own = choice.kind === 'roll' ? [choice.widthMm] : [];
  const widths = [...new Set([...ROLLS, ...own])].sort((a, b) => a - b);
  const rolls = widths.map(
    (widthMm): SelectOption<string> => ({
      value: sheetText({ kind: 'roll', widthMm }),
      label: t('exporting.settings.roll', { width: widthMm }),
      icon: 'scroll',
      group: t('exporting.sheets.roll'),
    }),
  );
  return [
    ...named,
    ...rolls,
    { value: CUSTOM, label: t('exporting.settings.custom'), group: t('exporting.sheets.own') },
  ];
}

/** `ARCH D, 610 × 914 mm`; a name that is a size says it already. */
function withSize(name: SheetName, t: ReturnType<typeof useT>): string {
  const sheet = sheetSize(name, 'portrait');
  if (sheet.name.includes('×')) return sheet.name;
  const size = t('exporting.preview.size', {
    width: Math.round(sheet.widthMm),
    height: Math.round(sheet.heightMm),
  });
  return `${sheet.name}, ${size}`;
}

interface CustomProps {
  readonly choice: Extract<SheetChoice, { kind: 'custom' }>;
  readonly orientation: SheetSize['orientation'];
}

function CustomFields({ choice, orientation }: CustomProps) {
  const t = useT();
  const { widthMm, heightMm } = customSheet(choice.widthMm, choice.heightMm, orientation);
  const change = (next: { readonly widthMm: number; readonly heightMm: number }) => {
    const sheet: SheetChoice = { kind: 'custom', ...next };
    changeSetup({ sheet, orientation: ownOrientation(sheet) ?? orientation });
  };
  return (
    <div className={styles.pair}>
      <NumberField
        label={t('exporting.settings.width')}
        unit="mm"
        min={SIDE_MM.least}
        max={SIDE_MM.most}
        value={widthMm}
        onChange={(value) => value !== null && change({ widthMm: value, heightMm })}
      />
      <NumberField
        label={t('exporting.settings.height')}
        unit="mm"
        min={SIDE_MM.least}
        max={SIDE_MM.most}
        value={heightMm}
        onChange={(value) => value !== null && change({ widthMm, heightMm: value })}
      />
    </div>
  );
}
