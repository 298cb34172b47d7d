import { PLAIN_PORTRAIT, type Portrait } from '@shared/boards/persona/portraitModel';

/** Solène, of the sample workshop, for the picture of the first launch. */
export const SOLENE: Portrait = {
  ...PLAIN_PORTRAIT,
  hair: 'pony',
  background: '#F2B441',
  shape: '#E4592F',
  skin: '#F3C7A4',
  skinShade: '#E3A985',
  hairColor: '#7A2E1D',
  clothes: '#1E44A8',
  clothesAccent: '#FCFBF7',
  headband: '#0E6486',
  glasses: '',
  earrings: '',
  beard: 'none',
  collar: false,
};
