import type { MessageKey } from '@shared/i18n/translate';
import { type Theme, themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { memo, type ReactNode } from 'react';
import { openDialog } from '@/app/appStore';
import { newPersona } from '@/app/library/personas';
import { openSample } from '@/app/workshops';
import type { WorkshopCard } from '@/session/library';
import { useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import { EmpathyThumb } from '../home/EmpathyThumb';
import { RecentWorkshops } from '../home/HomePresets';
import styles from '../home/HomePresets.module.css';
import { PresetThumb, SampleThumb } from '../home/PresetThumb';

interface Model {
  readonly name: MessageKey;
  readonly picture: ReactNode;
  readonly start: () => void;
}

const MODELS: readonly Model[] = [
  { name: 'library.models.persona', picture: <PersonaThumb />, start: () => void newPersona('shopper') },
  {
    name: 'library.models.empathy',
    picture: <EmpathyThumb preset="canvas" />,
    start: () => openDialog({ kind: 'new-workshop', preset: 'empathy-map/canvas' }),
  },
  {
    name: 'library.models.journey',
    picture: <PresetThumb preset="full" />,
    start: () => openDialog({ kind: 'new-workshop', preset: 'journey-map/full' }),
  },
  { name: 'library.models.workshop', picture: <SampleThumb />, start: () => void openSample() },
];

/** Beside the library: what to start with, and the workshops that personas are used in. */
export const LibraryAside = memo(function LibraryAside({ workshops }: { readonly workshops: readonly WorkshopCard[] }) {
  const t = useT();
  return (
    <>
      <h2 className={styles.title}>{t('home.presets.title')}</h2>
      <ul className={styles.presets}>
        {MODELS.map(({ name, picture, start }) => (
          <li key={name}>
            <button type="button" className={styles.preset} onClick={start}>
              {picture}
              <span>{t(name)}</span>
            </button>
          </li>
        ))}
      </ul>
      {workshops.length > 0 && <RecentWorkshops title={t('library.section.workshops')} workshops={workshops} />}
    </>
  );
});

const WIDTH = 121;
const HEIGHT = 54;

/** A persona's page at a glance: the band with the portrait, lines of text beside it. */
function PersonaThumb() {
  const theme = themeOf(useThemeName());
  return <SceneSvg width={WIDTH} height={HEIGHT} items={personaPicture(theme)} />;
}

function personaPicture({ color, stage }: Theme): readonly Primitive[] {
  const line = (x: number, y: number, w: number): Primitive => ({
    type: 'rect',
    x,
    y,
    w,
    h: 2,
    fill: color.lineStrong,
  });
  return [
    { type: 'rect', x: 0, y: 0, w: 34, h: HEIGHT, fill: color.gold },
    { type: 'rect', x: 10, y: 12, w: 14, h: 14, radius: 7, fill: color.red },
    { type: 'rect', x: 6, y: 31, w: 22, h: 30, radius: 9, fill: stage.fill },
    { type: 'rect', x: 43, y: 10, w: 52, h: 6, fill: color.ink },
    ...[24, 31, 38, 45].flatMap((y) => [line(43, y, 30), line(81, y, 30)]),
  ];
}
