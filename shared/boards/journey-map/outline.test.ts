import { describe, expect, it } from 'vitest';
import { idsOf, smallJourney } from '../../../tests/support/journeyCommands';
import { personaDoc } from '../../../tests/support/workshopBundles';
import type { LaneId, NoteId, PersonaId, TouchpointId } from '../../base/ids';
import { translator } from '../../i18n/translate';
import type { OutlineNode } from '../boardKind';
import type { PersonaDoc } from '../persona/model';
import { setEmotionPointFields } from './commands/emotionPoints';
import { addLane, hideLane } from './commands/lanes';
import { addNote, setNoteFields } from './commands/notes';
import { addTouchpoint } from './commands/touchpoints';
import type { JourneyMapDoc, LaneKind } from './model';
import { columnsInOrder, emotionPointsIn, lanesInOrder } from './order';
import { journeyMapOutline } from './outline';
import { JOURNEY_TARGETS } from './targets';

const persona: PersonaDoc = personaDoc();
const outline = (doc: JourneyMapDoc, lang: 'fr' | 'en') =>
  journeyMapOutline(doc, { lang, t: translator(lang), personas: { ['p1' as PersonaId]: persona } });
const all = (node: OutlineNode): OutlineNode[] => [node, ...node.children.flatMap(all)];
const labels = (doc: JourneyMapDoc, lang: 'fr' | 'en') => all(outline(doc, lang)).map((node) => node.label);
const laneOf = (doc: JourneyMapDoc, kind: LaneKind) =>
  lanesInOrder(doc).find((lane) => lane.kind === kind)?.id as LaneId;

/** Copies the start before changing it, as the layout caches by identity. */
const changed = (change: (draft: never, doc: JourneyMapDoc) => void): JourneyMapDoc => {
  const doc = smallJourney();
  const copy = structuredClone(doc);
  change(copy as never, doc);
  return copy;
};

describe('journeyMapOutline', () => {
  it('holds every entity once, with a known target and a label', () => {
    const doc = smallJourney();
    const nodes = all(outline(doc, 'fr'));
    for (const node of nodes) {
      expect(JOURNEY_TARGETS).toContain(node.target.kind);
      expect(node.label).not.toMatch(/journey\.|\{\{|^$/);
    }
    const ids = nodes.map((node) => `${node.target.kind} ${node.target.id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of ['stages', 'steps', 'lanes', 'notes', 'touchpoints', 'emotionPoints', 'indicators'] as const)
      for (const id of Object.keys(doc[name])) expect(nodes.filter((node) => node.target.id === id)).toHaveLength(1);
  });

  it('speaks notes with what is known of them', () => {
    const doc = changed((draft, start) => {
      const laneId = laneOf(start, 'pain-points');
      const stageId = columnsInOrder(start)[0]!.stageId;
      const id = 'x' as NoteId;
      addNote(draft, {
        id,
        place: { laneId, stageId, stepId: null },
        at: null,
        fields: { text: 'Trois jours\nd’attente' },
      });
      setNoteFields(draft, {
        id,
        fields: { severity: 4, votes: 5, evidence: 'verbatim', source: 'entretien 3', locked: true },
      });
    });
    expect(labels(doc, 'fr')).toContain(
      'Irritant\u00A0: Trois jours d’attente, gravité 4 sur 5, 5 votes, preuve\u00A0: Verbatim, source\u00A0: entretien 3, verrouillée',
    );
    expect(labels(doc, 'en')).toContain(
      'Pain point: Trois jours d’attente, severity 4 of 5, 5 votes, evidence: Verbatim, source: entretien 3, locked',
    );
  });

  it('speaks touchpoints, emotions and indicators in the language', () => {
    const doc = changed((draft, start) => {
      const stepId = columnsInOrder(start)[1]!.id;
      addTouchpoint(draft, {
        id: 't' as TouchpointId,
        laneId: laneOf(start, 'touchpoints'),
        stepId,
        at: null,
        fields: {
          label: 'Tchat du SAV',
          channel: 'support',
          medium: 'online',
          owner: 'Service client',
          controlled: true,
        },
      });
      const point = emotionPointsIn(start, laneOf(start, 'emotion'))[0]!;
      setEmotionPointFields(draft, {
        id: point.id,
        fields: { word: 'inquiète', quote: 'J’ai mal au genou', momentOfTruth: true, personaId: 'p1' as PersonaId },
      });
    });
    const french = labels(doc, 'fr');
    expect(french).toContain(
      'Point de contact\u00A0: Tchat du SAV, en ligne, canal\u00A0: Service client, responsable\u00A0: Service client, maîtrisé par l’entreprise',
    );
    expect(french).toContain(
      'Émotion \u22121,3, inquiète, «\u00A0J’ai mal au genou\u00A0», moment de vérité, vécue par Solène Marchand',
    );
    expect(french).toContain('Émotion \u22121,3, pénible');
    expect(french).toContain('CES\u00A0: 2,9/7, n = 412, en baisse');
    expect(labels(doc, 'en')).toContain('CES: 2.9/7, n = 412, falling');
    expect(labels(doc, 'en')).toContain('Emotion \u22121.3, unpleasant');
  });

  it('leaves hidden rows out of the cells but keeps them in the list of rows', () => {
    const doc = changed((draft, start) => {
      hideLane(draft, { id: laneOf(start, 'actions'), hidden: true });
      addLane(draft, { id: idsOf('lane')<LaneId>(), kind: 'notes', at: null, title: 'Attentes' });
    });
    const french = labels(doc, 'fr');
    expect(french).toContain('Ligne Actions, masquée');
    expect(french.filter((label) => label.startsWith('Action'))).toEqual([]);
    expect(french).toContain('Attentes, aucune note');
    expect(french).toContain('Irritants, 2 irritants');
  });
});
