import type { Lang } from '@shared/i18n/translate';
import { DEFAULT_SETUP, type PosterSetup } from '@shared/poster/posterSetup';
import { readSheet, sheetText } from '@shared/scene/sheetText';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { appStore } from '@/app/appStore';
import type { PosterDpi, PosterFormat } from '@/export/posterName';
import { desktop } from '@/platform/desktop';

/** What the settings panel sets; the next visit finds it as it was, after a restart too. */
export interface ExportSettings {
  readonly setup: PosterSetup;
  readonly format: PosterFormat;
  readonly dpi: PosterDpi;
  /** Letters of an SVG are shapes. */
  readonly outlines: boolean;
  /** null until somebody chooses: the language of the interface. Of this sitting. */
  readonly langs: readonly Lang[] | null;
  /** The whole workshop goes into each file. Of this sitting: nobody should give it away because somebody once chose to. */
  readonly inside: boolean;
  /** Texts read in the language of the poster where they are translated. Of this sitting. */
  readonly translated: boolean;
}

function remembered(): ExportSettings {
  const usual: ExportSettings = {
    setup: DEFAULT_SETUP,
    format: 'pdf',
    dpi: 150,
    outlines: false,
    langs: null,
    inside: false,
    translated: true,
  };
  const known = appStore.getState().boot?.posters;
  if (!known) return usual;
  const { sheet, format, dpi, outlines, ...setup } = known;
  const paper = readSheet(sheet) ?? DEFAULT_SETUP.sheet;
  return { ...usual, format, dpi, outlines, setup: { ...DEFAULT_SETUP, ...setup, sheet: paper } };
}

const settings = createStore<ExportSettings>(remembered);

export const useSettings = (): ExportSettings => useStore(settings);

export function changeSettings(change: Partial<ExportSettings>): void {
  settings.setState(change);
  const { setup, format, dpi, outlines } = settings.getState();
  desktop()
    .setPreferences({
      posters: {
        ...setup,
        ...{ hides: [...setup.hides], sheet: sheetText(setup.sheet), format, dpi, outlines },
        // Text that is too small is asked for anew in each sitting.
        split: setup.split === 'none' ? 'fit' : setup.split,
      },
    })
    .catch(() => undefined);
}

/** Changes what posters stand on. Whoever insisted on small text did so for that paper: another one is asked about anew. */
export function changeSetup(change: Partial<PosterSetup>): void {
  const { setup } = settings.getState();
  const isOtherPaper = change.sheet ?? change.orientation ?? change.split;
  changeSettings({ setup: { ...setup, small: isOtherPaper ? false : setup.small, ...change } });
}
