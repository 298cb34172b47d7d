import type { BoardId, PersonaId, WorkshopId } from '@shared/base/ids';
import { describe, expect, it } from 'vitest';
import type { PersonaCard } from '@/session/library';
import { type Choices, findPersonas, isChosen, type Question, toggled } from './filters';
import { hitPlaces } from './hitPlaces';

const card = (id: string, fields: Partial<PersonaCard> = {}): PersonaCard => ({
  id: id as PersonaId,
  name: id,
  role: '',
  tagline: '',
  place: '',
  quote: '',
  tags: [],
  sector: '',
  kind: 'primary',
  template: '',
  squares: null,
  favourite: false,
  archived: false,
  portrait: '',
  photo: null,
  uses: [],
  workshops: [],
  createdAt: 0,
  updatedAt: 0,
  ...fields,
});
const use = { boardId: 'b' as BoardId, kind: 'journey-map', workshopId: 'w' as WorkshopId } as const;

const CARDS = [
  card('Élodie', { sector: 'Santé', squares: 3, tags: ['B2B'], uses: [use], updatedAt: 3 }),
  card('Bruno', { sector: 'Santé', squares: 2, updatedAt: 2, favourite: true }),
  card('Chloé', { sector: 'Sport', squares: 3, updatedAt: 1 }),
  card('Diane', { sector: 'Sport', squares: 3, archived: true }),
];
const ask = (question: Partial<Question> = {}) =>
  findPersonas(CARDS, { choices: {}, sort: 'recent', hits: null, used: [], ...question });
const names = (choices: Choices) => ask({ choices }).cards.map(({ name }) => name);

describe('facets', () => {
  it('narrow by facet and widen by value', () => {
    expect(names({ sector: ['Santé'] })).toEqual(['Élodie', 'Bruno']);
    expect(names({ sector: ['Santé', 'Sport'] })).toEqual(['Élodie', 'Bruno', 'Chloé']);
    expect(names({ sector: ['Santé'], strength: ['solid'] })).toEqual(['Élodie']);
    expect(names({ maps: ['none'] })).toEqual(['Bruno', 'Chloé']);
  });

  it('count what each value would leave, given the other facets', () => {
    const { counts } = ask({ choices: { sector: ['Santé'] } });
    expect(counts.sector).toEqual([
      { value: 'Santé', count: 2 },
      { value: 'Sport', count: 1 },
    ]);
    expect(counts.strength).toEqual([
      { value: 'solid', count: 1 },
      { value: 'partly', count: 1 },
    ]);
  });

  it('keep archived ones out of sight until they are asked for', () => {
    expect(ask()).toMatchObject({ total: 3 });
    expect(ask().counts.state).toContainEqual({ value: 'archived', count: 1 });
    expect(names({ state: ['archived'] })).toEqual(['Diane']);
  });

  it('keep a chosen value where it can be taken back when nothing is left of it', () => {
    const { counts, cards } = ask({ choices: { sector: ['Banque'] } });
    expect(cards).toEqual([]);
    expect(counts.sector).toContainEqual({ value: 'Banque', count: 0 });
    expect(toggled({ sector: ['Banque'] }, 'sector', 'Banque')).toEqual({ sector: [] });
  });
});

describe('facets of what users wrote', () => {
  const cards = [
    card('a', { sector: 'sport', role: 'Infirmière', tags: ['B2B', 'b2b'] }),
    card('b', { sector: 'Sport ', role: 'infirmiere', template: 'citizen' }),
    card('c', { sector: 'Sport', template: 'saas' }),
  ];
  const asked = (choices: Choices) => findPersonas(cards, { choices, sort: 'recent', hits: null, used: [] });

  it('take spellings that differ by case and accents as one, under the one that most write', () => {
    const { counts } = asked({});
    expect(counts.sector).toEqual([{ value: 'Sport', count: 3 }]);
    expect(counts.occupation).toContainEqual({ value: 'Infirmière', count: 2 });
    expect(counts.tags).toEqual([{ value: 'B2B', count: 1 }]);
  });

  it('are chosen and taken back under any spelling', () => {
    expect(asked({ sector: ['SPORT'] }).size).toBe(3);
    expect(isChosen({ sector: ['SPORT'] }, 'sector', 'sport')).toBe(true);
    expect(toggled({ sector: ['SPORT'] }, 'sector', 'Sport')).toEqual({ sector: [] });
  });

  it('leave the role to the page a persona began as', () => {
    expect(asked({}).counts.role).toEqual([
      { value: 'user', count: 1 },
      { value: 'citizen', count: 1 },
      { value: 'none', count: 1 },
    ]);
    expect(asked({ role: ['citizen'] }).cards.map(({ name }) => name)).toEqual(['b']);
  });
});

describe('order', () => {
  it('goes by name without regard to accents, by proof, by what was opened last, and by fit while searching', () => {
    const sorted = (question: Partial<Question>) => ask(question).cards.map(({ name }) => name);
    expect(sorted({ sort: 'name' })).toEqual(['Bruno', 'Chloé', 'Élodie']);
    expect(sorted({ sort: 'strength' })).toEqual(['Élodie', 'Chloé', 'Bruno']);
    expect(sorted({ sort: 'used', used: ['Chloé', 'Bruno'] })).toEqual(['Chloé', 'Bruno', 'Élodie']);
    const hits = Int32Array.of(2, 1, 0);
    expect(sorted({ sort: 'relevance', hits })).toEqual(['Chloé', 'Bruno', 'Élodie']);
    expect(sorted({ sort: 'name', hits })).toEqual(['Bruno', 'Chloé', 'Élodie']);
    expect(sorted({ sort: 'recent', hits: Int32Array.of(2, 1) })).toEqual(['Bruno', 'Chloé']);
    expect(ask({ sort: 'name', hits }).placeOf('Élodie')).toBe(2);
    expect(ask({ sort: 'name', hits: Int32Array.of(2) }).placeOf('Élodie')).toBe(-1);
  });

  it('is that of the library where nothing is searched', () => {
    expect(ask({ sort: 'relevance' }).cards.map(({ name }) => name)).toEqual(['Élodie', 'Bruno', 'Chloé']);
  });
});

describe('hits', () => {
  it('are counted like the whole library: by facet, without archived ones, whatever was opened lately', () => {
    const { counts, total, cards } = ask({
      hits: Int32Array.of(3, 1, 0),
      used: ['Bruno'],
      choices: { state: ['used'] },
    });
    expect(cards.map(({ name }) => name)).toEqual(['Bruno']);
    expect(total).toBe(3);
    expect(counts.state).toEqual([
      { value: 'favourite', count: 1 },
      { value: 'used', count: 1 },
      { value: 'archived', count: 1 },
    ]);
    expect(counts.sector).toEqual([{ value: 'Santé', count: 1 }]);
  });

  it('come as numbers of names, which grow; those that are no card are passed over', () => {
    const names = ['Diane', 'gone', 'Élodie'];
    expect([...hitPlaces(CARDS, [2, 1, 0, 3], names)]).toEqual([0, 3]);
    names.push('Bruno');
    expect([...hitPlaces(CARDS, [3, 2], names)]).toEqual([1, 0]);
    expect([...hitPlaces(CARDS.slice(1), [3, 2], names)]).toEqual([0]);
  });
});
