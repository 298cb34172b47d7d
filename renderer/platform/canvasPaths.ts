import { cachedPaths } from '@shared/scene/painter2d';

/** Path2D by SVG path data, shared by every canvas of this page or worker. */
export const canvasPaths = cachedPaths((d) => new Path2D(d));
