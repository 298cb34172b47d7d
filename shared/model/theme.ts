import type { Color } from '../scene/primitives';
import type { NoteColor } from './note';

export type ThemeName = 'light' | 'projectorDark';

export interface Theme {
  /** A theme of the screen, or one that posters alone have. */
  readonly name: ThemeName | 'paper' | 'contrast' | 'night';
  /** Light words on a dark ground. */
  readonly isDark: boolean;
  readonly color: {
    readonly wall: Color;
    readonly wallDot: Color;
    readonly paper: Color;
    readonly paper2: Color;
    readonly paper3: Color;
    readonly line: Color;
    readonly lineStrong: Color;
    readonly ink: Color;
    readonly ink2: Color;
    readonly ink3: Color;
    readonly blue: Color;
    readonly blueDeep: Color;
    readonly blueSoft: Color;
    readonly red: Color;
    readonly redSoft: Color;
    readonly green: Color;
    readonly greenSoft: Color;
    readonly focus: Color;
    readonly onBlue: Color;
    readonly gold: Color;
  };
  readonly note: Readonly<Record<NoteColor, { readonly fill: Color; readonly band: Color }>>;
  readonly noteText: Color;
  readonly noteFooter: Color;
  readonly noteShadow: Color;
  /** Faces by level -2..+2. */
  readonly emotion: Readonly<Record<'-2' | '-1' | '0' | '1' | '2', { readonly fill: Color; readonly feature: Color }>>;
  readonly area: { readonly positive: number; readonly negative: number };
  readonly stage: { readonly fill: Color; readonly text: Color; readonly duration: Color };
  readonly focusStage: {
    readonly fill: Color;
    readonly text: Color;
    readonly duration: Color;
    readonly column: Color;
    readonly border: Color;
  };
  readonly curve: Color;
  readonly faceRing: Color;
  readonly vote: Color;
  readonly voteText: Color;
}

const NOTE_LIGHT: Theme['note'] = {
  craie: { fill: '#F5F3EA', band: '#E6E2D2' },
  ciel: { fill: '#BEE0F9', band: '#A8CFEA' },
  jonquille: { fill: '#FFDC69', band: '#F0C845' },
  lilas: { fill: '#CFB4F3', band: '#BEA1E4' },
  corail: { fill: '#FFAE8F', band: '#F29B7A' },
  menthe: { fill: '#97E4BB', band: '#80D3A8' },
};

/** The light theme: screen by day, and posters where nothing else is chosen. */
export const LIGHT: Theme = {
  name: 'light',
  isDark: false,
  color: {
    wall: '#D5DDD8',
    wallDot: '#BCC7C1',
    paper: '#FCFBF7',
    paper2: '#F1F1EA',
    paper3: '#E5E7DF',
    line: '#C9CEC7',
    lineStrong: '#848D87',
    ink: '#141D33',
    ink2: '#434C60',
    ink3: '#5B6474',
    blue: '#1E44A8',
    blueDeep: '#17337F',
    blueSoft: '#DCE5F8',
    red: '#C93A1E',
    redSoft: '#FBE2D8',
    green: '#0F6C5C',
    greenSoft: '#D6EDE3',
    focus: '#1E44A8',
    onBlue: '#FCFBF7',
    gold: '#FFD95A',
  },
  note: NOTE_LIGHT,
  noteText: '#141D33',
  noteFooter: '#303950',
  noteShadow: 'rgba(20,29,51,.24)',
  emotion: {
    '-2': { fill: '#A8330F', feature: '#FFFFFF' },
    '-1': { fill: '#EB9A63', feature: '#141D33' },
    '0': { fill: '#D3CFBF', feature: '#141D33' },
    '1': { fill: '#7CBCC4', feature: '#141D33' },
    '2': { fill: '#0E6486', feature: '#FFFFFF' },
  },
  area: { positive: 0.42, negative: 0.46 },
  stage: { fill: '#17337F', text: '#FCFBF7', duration: '#DCE5F8' },
  focusStage: { fill: '#FFD95A', text: '#141D33', duration: '#303950', column: '#FFF8DC', border: '#E5B800' },
  curve: '#141D33',
  faceRing: '#FCFBF7',
  vote: '#1E44A8',
  voteText: '#17337F',
};

/** The projector theme for a darkened room. */
export const PROJECTOR_DARK: Theme = {
  name: 'projectorDark',
  isDark: true,
  color: {
    wall: '#0B1020',
    wallDot: '#1A2338',
    paper: '#121A2E',
    paper2: '#1A2440',
    paper3: '#243055',
    line: '#33415F',
    lineStrong: '#7283A8',
    ink: '#FBF9F1',
    ink2: '#CBD3E4',
    ink3: '#A6B2CB',
    blue: '#9DBBFF',
    blueDeep: '#C4D6FF',
    blueSoft: '#22345F',
    red: '#FF9A7A',
    redSoft: '#4A2320',
    green: '#7EDCC0',
    greenSoft: '#153F3A',
    focus: '#FFD95A',
    onBlue: '#0B1020',
    gold: '#FFD95A',
  },
  note: { ...NOTE_LIGHT, craie: { fill: '#EFEADD', band: '#DAD4C3' } },
  noteText: '#141D33',
  noteFooter: '#303950',
  noteShadow: 'rgba(0,0,0,.5)',
  emotion: {
    '-2': { fill: '#FF7A4D', feature: '#141D33' },
    '-1': { fill: '#F2AE80', feature: '#141D33' },
    '0': { fill: '#F0EDE3', feature: '#141D33' },
    '1': { fill: '#8FD6DE', feature: '#141D33' },
    '2': { fill: '#3FA9E0', feature: '#141D33' },
  },
  area: { positive: 0.34, negative: 0.34 },
  stage: { fill: '#2B4594', text: '#FCFBF7', duration: '#DCE5F8' },
  focusStage: { fill: '#FFD95A', text: '#141D33', duration: '#303950', column: '#23273A', border: '#FFD95A' },
  curve: '#FFD95A',
  faceRing: '#121A2E',
  vote: '#1E44A8',
  voteText: '#17337F',
};

/** The theme of a name. */
export const themeOf = (name: ThemeName): Theme => (name === 'light' ? LIGHT : PROJECTOR_DARK);
