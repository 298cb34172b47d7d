import type { Lang } from '@shared/i18n/translate';
import type { Orientation, SheetName } from '@shared/scene/sheet';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { PosterDpi, PosterFormat } from '@/export/posterName';

/** What the settings panel sets; kept while the window lives, so that a second visit finds them as they were. */
export interface ExportSettings {
  readonly sheet: SheetName;
  readonly orientation: Orientation;
  readonly format: PosterFormat;
  readonly dpi: PosterDpi;
  /** null until somebody chooses: the language of the interface. */
  readonly langs: readonly Lang[] | null;
}

const settings = createStore<ExportSettings>(() => ({
  sheet: 'A1',
  orientation: 'landscape',
  format: 'pdf',
  dpi: 150,
  langs: null,
}));

export const useSettings = (): ExportSettings => useStore(settings);

export const changeSettings = (change: Partial<ExportSettings>): void => settings.setState(change);
