import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../tests/support/journeyCommands';
import { BOARD, bundleOf, PERSONA, personaDoc } from '../../tests/support/workshopBundles';
import type { PersonaDoc } from '../boards/persona/model';
import type { WorkshopBundle } from '../file/workshopFile';
import type { AnyDoc } from '../model/document';
import { workshopLint } from './workshopLint';

const journey = smallJourney();
const [note] = Object.values(journey.notes);
if (!note) throw new Error('a journey without notes');
const said = (text: string) => ({ ...journey, notes: { ...journey.notes, [note.id]: { ...note, text } } });

const withPersona = (bundle: WorkshopBundle, doc: PersonaDoc, id: string = PERSONA): WorkshopBundle => ({
  ...bundle,
  docs: { ...bundle.docs, [id]: { doc: doc as unknown as AnyDoc, state: new Uint8Array() } },
});

describe('the check of a workshop', () => {
  it('finds personal data on boards, with its place, before anything else', () => {
    const lines = workshopLint(bundleOf(said('Écrire à jeanne.martin@example.org')), '2026-11-27', 'fr', 'info');
    expect(lines[0]).toMatchObject({
      severity: 'error',
      rule: 'personalData',
      kind: 'journey-map',
      title: 'Parcours actuel',
      id: BOARD,
      where: `notes.${note.id}.text`,
    });
    expect(lines[0]?.text).toContain('jeanne.martin@example.org');
    expect(lines.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  it('tells of personas what their own check finds, as grave as asked for', () => {
    const bundle = withPersona(bundleOf(journey), personaDoc());
    const rules = (least: 'error' | 'warning' | 'info') =>
      workshopLint(bundle, '2026-11-27', 'en', least).map(({ rule }) => rule);
    expect(rules('error')).toEqual([]);
    expect(rules('warning')).toEqual(['noBehaviour', 'noSource']);
    expect(rules('info')).toContain('neverReviewed');
  });

  it('knows whether a persona is on a board of the file, and which others it resembles', () => {
    const about = { ...journey, info: { ...journey.info, personaIds: [PERSONA] } };
    const unused = { ...journey, info: { ...journey.info, personaIds: [] } };
    const rules = (bundle: WorkshopBundle) => workshopLint(bundle, '2026-11-27', 'fr', 'info').map(({ rule }) => rule);
    expect(rules(bundleOf(about))).not.toContain('neverUsed');
    expect(rules(bundleOf(unused))).toContain('neverUsed');
    const words =
      'Court souvent le matin avant le travail, compare longuement les modèles et demande conseil au vendeur';
    const alike = { ...personaDoc(), info: { ...personaDoc().info, tagline: words } };
    const twins = withPersona(withPersona(bundleOf(journey), alike), alike, 'persona-2');
    expect(rules(twins).filter((rule) => rule === 'nearDuplicate')).toEqual([]);
    const renamed = { ...alike, info: { ...alike.info, name: 'Jeanne' } };
    expect(rules(withPersona(twins, renamed, 'persona-2')).filter((rule) => rule === 'nearDuplicate')).toHaveLength(2);
  });
});
