import type { LegendMetrics } from '../../pieces/legend';
import type { NoteMetrics } from '../../pieces/noteMetrics';
import type { Pad, TextStyle } from '../../pieces/textStyle';

export interface IconCell {
  readonly size: number;
  readonly icon: number;
  readonly gap: number;
  readonly below: number;
  readonly border: number;
  readonly radius: number;
}

/** Every measure of one form of the map. Units: 1 px at zoom 1 on screen, 1 pt on an A1 poster. */
export interface JourneyMetrics {
  readonly name: 'screen' | 'compact' | 'poster';
  /** Around the sheet, on the wall (screen only). */
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly laneHeader: number;
  /** Width of one step; a stage is never narrower than two. */
  readonly moment: number;
  /** Paper left free to the right of the last column. */
  readonly padRight: number;
  readonly line: number;
  readonly minRow: number;
  readonly heading: { readonly pad: Pad; readonly title: TextStyle; readonly version: TextStyle; readonly gap: number };
  readonly stage: {
    readonly minHeight: number;
    readonly padY: number;
    readonly arrow: number;
    /** How far the point reaches over the next stage. */
    readonly overlap: number;
    readonly padLeft: number;
    readonly padLeftFirst: number;
    readonly padRight: number;
    readonly title: TextStyle;
    readonly duration: TextStyle;
    /** Numbered on posters. */
    readonly number: TextStyle | null;
    readonly numberGap: number;
  };
  readonly step: { readonly pad: Pad; readonly title: TextStyle };
  readonly lane: { readonly pad: Pad; readonly gap: number; readonly icon: number; readonly title: TextStyle };
  readonly folded: {
    readonly height: number;
    readonly icon: number;
    readonly title: TextStyle;
    readonly count: TextStyle;
  };
  readonly prompt: TextStyle;
  readonly actions: { readonly pad: Pad; readonly text: TextStyle; readonly gap: number };
  readonly thoughts: { readonly pad: Pad; readonly text: TextStyle; readonly gap: number };
  readonly contents: { readonly pad: Pad; readonly text: TextStyle; readonly gap: number };
  /** Papers stand side by side in a wide stage, one more for the width of so many steps. */
  readonly paperSteps: number;
  /** Notes written on the sheet itself stand side by side in a wide stage, one more for every so many units; null keeps them under one another. */
  readonly plainEvery: number | null;
  readonly owner: {
    readonly badgeWidth: number;
    readonly badgeHeight: number;
    readonly badgeRadius: number;
    readonly badge: TextStyle;
    readonly gap: number;
  };
  readonly touchpoint: {
    readonly pad: Pad;
    readonly text: TextStyle;
    readonly medium: TextStyle;
    readonly cell: IconCell;
    readonly gap: number;
  };
  readonly indicator: {
    readonly pad: Pad;
    readonly metric: TextStyle;
    readonly value: TextStyle;
    readonly sample: TextStyle;
    readonly missing: TextStyle;
    readonly sparkWidth: number;
    readonly sparkHeight: number;
    readonly sparkStroke: number;
    readonly sparkRight: number;
    readonly gap: number;
  };
  readonly note: NoteMetrics & {
    /** Of the cell that holds the notes. */
    readonly cellPad: Pad;
    readonly gap: number;
  };
  readonly emotion: {
    readonly height: number;
    readonly pad: number;
    readonly border: number;
    readonly curve: number;
    readonly face: number;
    readonly faceLarge: number;
    readonly axisFace: number;
    /** Left edge of the axis faces, counted back from the first column. */
    readonly axisFaceLeft: number;
    readonly axisNumberRight: number;
    readonly axis: TextStyle;
    readonly quote: TextStyle;
    readonly word: TextStyle;
    readonly guide: { readonly width: number; readonly dash: readonly number[]; readonly zero: number };
    readonly momentGuide: { readonly width: number; readonly dash: readonly number[]; readonly opacity: number };
    /** Least and wished distances between a quote and what it must not touch; inset from the band. */
    readonly gap: { readonly least: number; readonly wished: number; readonly face: number; readonly edge: number };
    readonly chip: number;
  };
  readonly focusBorder: number;
  readonly legend: LegendMetrics;
}
