import { LIGHT, PROJECTOR_DARK, type Theme } from '../model/theme';
import type { PosterThemeName } from './posterSetup';

const WHITE = '#FFFFFF';
const BLACK = '#000000';

/** White paper, pale grounds, the curve in ink: for office printers and for reports that others print. */
const PAPER: Theme = {
  ...LIGHT,
  name: 'paper',
  color: { ...LIGHT.color, paper: WHITE, paper2: '#F4F5F3', paper3: '#E9EAE7', onBlue: WHITE },
  stage: { fill: LIGHT.color.blueSoft, text: LIGHT.color.ink, duration: LIGHT.color.ink2 },
  faceRing: WHITE,
};

/** Every text at 7:1 or more, every line and strip that means something at 3:1 or more. */
const CONTRAST: Theme = {
  ...LIGHT,
  name: 'contrast',
  color: {
    ...LIGHT.color,
    paper: WHITE,
    paper2: '#F2F2F2',
    paper3: '#E4E4E4',
    line: '#767676',
    lineStrong: '#3A3A3A',
    ink: BLACK,
    ink2: '#1F1F1F',
    ink3: '#333333',
    blue: '#0B2F8A',
    blueDeep: '#081F5C',
    blueSoft: '#E3EAFB',
    red: '#8F1D08',
    green: '#074A3E',
    onBlue: WHITE,
    gold: '#FFE066',
  },
  note: {
    craie: { fill: '#F5F3EA', band: '#7D7864' },
    ciel: { fill: '#CFE8FB', band: '#2273AD' },
    jonquille: { fill: '#FFE58A', band: '#8F6B00' },
    lilas: { fill: '#E0D0F8', band: '#6D43B5' },
    corail: { fill: '#FFC4AE', band: '#C2371A' },
    menthe: { fill: '#B5EDCF', band: '#17784C' },
  },
  noteText: BLACK,
  noteFooter: '#14141A',
  noteShadow: 'rgba(0,0,0,.3)',
  emotion: {
    '-2': { fill: '#7A1F00', feature: WHITE },
    '-1': { fill: '#F0A878', feature: BLACK },
    '0': { fill: '#DEDACB', feature: BLACK },
    '1': { fill: '#8ACBD3', feature: BLACK },
    '2': { fill: '#06405A', feature: WHITE },
  },
  stage: { fill: BLACK, text: WHITE, duration: WHITE },
  curve: BLACK,
  faceRing: WHITE,
  vote: '#0B2F8A',
  voteText: '#081F5C',
};

/** The projector's colours on a sheet: for screens and projectors, not for printers. */
const NIGHT: Theme = { ...PROJECTOR_DARK, name: 'night', color: { ...PROJECTOR_DARK.color, onBlue: '#FBF9F1' } };

const THEMES: Readonly<Record<PosterThemeName, Theme>> = {
  standard: LIGHT,
  paper: PAPER,
  contrast: CONTRAST,
  night: NIGHT,
};

/** The colours of a theme of posters. */
export const posterTheme = (name: PosterThemeName): Theme => THEMES[name];
