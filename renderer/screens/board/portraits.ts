import type { Portrait } from '@shared/boards/persona/model';

const plain = { headband: '', glasses: '', earrings: '', beard: 'none', collar: false } as const;

/** Nine cut-paper portraits to choose from. */
export const PORTRAITS: readonly Portrait[] = [
  { ...plain, hair: 'pony', background: '#F2B441', shape: '#E4592F', skin: '#F3C7A4', skinShade: '#E3A985', hairColor: '#7A2E1D', clothes: '#1E44A8', clothesAccent: '#FCFBF7', headband: '#0E6486' },
  { ...plain, hair: 'crop', background: '#9CC7C4', shape: '#2E7B86', skin: '#C98F62', skinShade: '#AE7449', hairColor: '#1A1B26', clothes: '#141D33', clothesAccent: '#F3F0E4', beard: 'full', collar: true },
  { ...plain, hair: 'afro', background: '#1E44A8', shape: '#6F93E8', skin: '#7A4B32', skinShade: '#623824', hairColor: '#15121A', clothes: '#FFD95A', clothesAccent: '#E4592F', earrings: '#FFD95A' },
  { ...plain, hair: 'wave', background: '#E9A58E', shape: '#F6D9C9', skin: '#F4D3BC', skinShade: '#E2B498', hairColor: '#E9E6DF', clothes: '#7B3A63', clothesAccent: '#F2B441', glasses: '#7B3A63' },
  { ...plain, hair: 'side', background: '#C9D3B0', shape: '#8BA06A', skin: '#E2AE83', skinShade: '#CB9066', hairColor: '#3A2A22', clothes: '#E4592F', clothesAccent: '#FFD95A', beard: 'stubble' },
  { ...plain, hair: 'bob', background: '#DCCDF4', shape: '#9A80CF', skin: '#F1CDA8', skinShade: '#DEB088', hairColor: '#14141E', clothes: '#F3F0E4', clothesAccent: '#141D33', glasses: '#141D33' },
  { ...plain, hair: 'bald', background: '#BBDBF7', shape: '#4D86B8', skin: '#EFC2A4', skinShade: '#DBA382', hairColor: '#8C8579', clothes: '#3F4A3C', clothesAccent: '#C93A1E', beard: 'full', collar: true },
  { ...plain, hair: 'hijab', background: '#F5D9B8', shape: '#D98C4A', skin: '#E7B78F', skinShade: '#D09A70', hairColor: '#0F6C5C', clothes: '#0B4F48', clothesAccent: '#B5E6CB' },
  { ...plain, hair: 'bun', background: '#B5E6CB', shape: '#0F6C5C', skin: '#DDA67C', skinShade: '#C48A5F', hairColor: '#2A1A14', clothes: '#C93A1E', clothesAccent: '#FFE07A', earrings: '#FFD95A' },
];
