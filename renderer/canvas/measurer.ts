/** The measurer that boards are laid out with on screen: the same one everywhere, so that its caches serve all. */
export { canvasMeasurer as boardMeasurer } from '@/platform/canvasMeasurer';
