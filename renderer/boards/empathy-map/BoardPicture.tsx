import { setLayout } from '@shared/boards/empathy-map/commands/info';
import { layoutEmpathyMap } from '@shared/boards/empathy-map/layout/layoutEmpathyMap';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { EMPATHY_LAYOUTS } from '@shared/boards/empathy-map/zones';
import { themeOf } from '@shared/model/theme';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { boardMeasurer } from '@/canvas/measurer';
import type { BoardViewProps } from '@/session/boardHandle';
import { Button } from '@/ui/Button';
import { preferences } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';

type Props = BoardViewProps<EmpathyMapDoc>;

/** The map as a picture, to look at. */
export function BoardPicture({ session, workshop, personas, compact }: Props) {
  const t = useT();
  const doc = useStore(session.store, (state) => state.doc);
  const info = useStore(workshop.store, (state) => state.doc.info);
  const { lang, theme } = useStore(preferences);
  const scene = useMemo(
    () =>
      layoutEmpathyMap(doc, {
        measure: boardMeasurer(),
        t,
        lang,
        theme: themeOf(theme),
        personas,
        workshop: info,
        view: { form: compact ? 'compact' : 'screen', focus: null },
      }),
    [doc, info, personas, lang, theme, compact, t],
  );
  return (
    <div style={{ height: '100%', overflow: 'auto' }}>
      <SceneSvg width={scene.width} height={scene.height} items={scene.items} label={scene.title} />
    </div>
  );
}

/** The three layouts of the map. */
export function LayoutPanel({ session }: Props) {
  const t = useT();
  return (
    <div style={{ display: 'grid', gap: 8, padding: 16 }}>
      {EMPATHY_LAYOUTS.map((layout) => (
        <Button key={layout} onClick={() => session.run(setLayout, { layout })}>
          {t(`empathy.layout.${layout}`)}
        </Button>
      ))}
    </div>
  );
}

/** Nothing beside the picture. */
export function NoPanel() {
  return null;
}
