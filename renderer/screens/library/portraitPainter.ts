import { portraitScene } from '@shared/boards/persona/portrait';
import { portraitOf } from '@shared/boards/persona/portraitText';
import { cachedPaths, type Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';

/*
 * A paint worklet: the engine calls it on a thread of its own whenever `paint(portrait)` is to be seen, so that the window's thread neither draws portraits nor keeps a layer for each. TypeScript
 * has no names for what is there.
 */
declare function registerPaint(name: string, painter: new () => Painter): void;

interface Painter {
  paint(context: Painter2D, size: { readonly width: number; readonly height: number }, style: Style): void;
}

interface Style {
  get(name: string): { toString(): string } | null;
}

/** See `PORTRAIT`; that module is the window's. */
const PROPERTY = '--portrait';
/** Head and shoulders in a wide picture. */
const VIEW = { y: 34, h: 139 };

const paths = cachedPaths((d) => new Path2D(d));

registerPaint(
  'portrait',
  class implements Painter {
    static readonly inputProperties = [PROPERTY];

    paint(context: Painter2D, { width, height }: { readonly width: number; readonly height: number }, style: Style) {
      const portrait = portraitOf(style.get(PROPERTY)?.toString().trim() ?? '');
      if (!portrait) return;
      const view = { ...VIEW, x: 100 - (VIEW.h * width) / height / 2, w: (VIEW.h * width) / height };
      paintScene(context, portraitScene(portrait, { x: 0, y: 0, w: width, h: height }, { view }), { paths });
    }
  },
);
