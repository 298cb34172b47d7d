import { describe, expect, it } from 'vitest';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { smallJourney } from '../../../../tests/support/journeyCommands';
import { groupsOf, textsOf } from '../../../../tests/support/sceneChecks';
import type { BoardId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT } from '../../../model/theme';
import type { Scene } from '../../../scene/primitives';
import { sheetSize } from '../../../scene/sheet';
import type { BoardTitles, BoardView, OutlineNode } from '../../boardKind';
import type { JourneyMapDoc } from '../model';
import { stagesInOrder } from '../order';
import { journeyMapOutline } from '../outline';
import { readPath } from './latePath';
import { layoutJourneyMap } from './layoutJourneyMap';

const OTHER = 'other' as BoardId;
const plain = smallJourney();
const [first] = stagesInOrder(plain);
const linked = { ...first!, duration: '12 jours', linkedBoardId: OTHER };
const doc = { ...plain, stages: { ...plain.stages, [linked.id]: linked } } as JourneyMapDoc;

const sceneOf = (map: JourneyMapDoc, boards?: BoardTitles, view: BoardView = { form: 'screen', focus: null }): Scene =>
  layoutJourneyMap(map, {
    measure: plainMeasurer,
    t: translator('fr'),
    lang: 'fr',
    theme: LIGHT,
    personas: {},
    workshop: { title: '', client: '', place: '' },
    ...(boards ? { boards } : {}),
    view,
  });

const signs = (scene: Scene) => groupsOf(scene.items).filter(({ target }) => target?.kind === 'detail');
const wordsOf = (scene: Scene): string =>
  signs(scene)
    .flatMap(({ children }) => textsOf(children))
    .map(({ text }) => text)
    .join(' ');

const told = (node: OutlineNode): readonly OutlineNode[] => [node, ...node.children.flatMap(told)];
const outlined = (boards?: BoardTitles) =>
  told(journeyMapOutline(doc, { t: translator('fr'), lang: 'fr', personas: {}, ...(boards ? { boards } : {}) }));

describe('a stage that another map tells in detail', () => {
  it('has a sign in its header that can be hit, with the name of that map, and no other stage has one', () => {
    expect(signs(sceneOf(plain, { [OTHER]: 'Paiement' }))).toEqual([]);
    const scene = sceneOf(doc, { [OTHER]: 'Paiement' });
    expect(signs(scene)).toHaveLength(1);
    expect(wordsOf(scene)).toBe('détail\u00A0: Paiement');
    const [sign] = signs(scene);
    const header = groupsOf(scene.items).find(({ target }) => target?.kind === 'stage' && target.id === linked.id);
    expect(sign?.target?.id).toBe(linked.id);
    const [box, around] = [sign!.bounds, header!.bounds];
    expect(box.x >= around.x && box.x + box.w <= around.x + around.w).toBe(true);
    expect(box.y >= around.y && box.y + box.h <= around.y + around.h + 1e-6).toBe(true);
  });

  it('says that there is one where the titles of boards are not known', () => {
    expect(wordsOf(sceneOf(doc))).toBe('détaillée ailleurs');
  });

  it('loses its sign while that map is not in the workshop, and has it again when it is back', () => {
    expect(signs(sceneOf(doc, {}))).toEqual([]);
    expect(signs(sceneOf(doc, { [OTHER]: '' }))).toHaveLength(1);
    expect(outlined({}).filter(({ target }) => target.kind === 'detail')).toEqual([]);
  });

  it('keeps the sign on a poster and along a path', async () => {
    await readPath();
    const sheet = sheetSize('A1', 'landscape');
    const boards = { [OTHER]: 'Paiement' };
    expect(wordsOf(sceneOf(doc, boards, { form: 'poster', focus: null, sheet }))).toContain('Paiement');
    const path = { ...doc, info: { ...doc.info, form: 'path' } } as JourneyMapDoc;
    expect(wordsOf(sceneOf(path, boards))).toContain('Paiement');
  });

  it('says it aloud in its line of the outline, and has a line of its own for the way there', () => {
    const lines = outlined({ [OTHER]: 'Paiement' });
    expect(lines.find(({ target }) => target.kind === 'stage' && target.id === linked.id)?.label).toContain('Paiement');
    expect(lines.filter(({ target }) => target.kind === 'detail').map(({ label }) => label)).toEqual([
      'détail\u00A0: Paiement',
    ]);
  });
});
