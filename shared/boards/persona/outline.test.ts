import { describe, expect, it } from 'vitest';
import { idsOf } from '../../../tests/support/journeyCommands';
import { richPersona } from '../../../tests/support/personaCommands';
import { translator } from '../../i18n/translate';
import type { OutlineNode } from '../boardKind';
import { createPersona } from './create';
import type { PersonaDoc } from './model';
import { evidenceInOrder } from './order';
import { personaOutline } from './outline';
import { PERSONA_TARGETS } from './targets';
import { PRESET_IDS, PRESETS } from './templates';
import { promptOf } from './words';

const all = (node: OutlineNode): OutlineNode[] => [node, ...node.children.flatMap(all)];
const labels = (doc: PersonaDoc, lang: 'fr' | 'en') =>
  all(personaOutline(doc, { lang, t: translator(lang) })).map(({ label }) => label);

describe('personaOutline', () => {
  it('says everything that the page says, in both languages', () => {
    for (const lang of ['fr', 'en'] as const) {
      const doc = richPersona(lang);
      const spoken = labels(doc, lang).join('\n');
      for (const { text } of Object.values(doc.entries)) expect(spoken).toContain(text);
      for (const { title } of Object.values(doc.evidence)) expect(spoken).toContain(title);
      for (const text of [doc.info.name, doc.info.tagline, doc.info.quote, doc.info.income, doc.info.place])
        expect(spoken).toContain(text);
      expect(spoken).not.toMatch(/persona\.|journey\.|\{\{/);
    }
  });

  it('says the proof of each claim and of the whole', () => {
    const spoken = labels(richPersona(), 'fr');
    expect(spoken[0]).toBe('Persona\u00A0: Solène Marchand, preuve solide');
    expect(spoken).toContain('Finir un semi en 2027, hypothèse');
    expect(spoken).toContain('Besoins et objectifs, 5 lignes, 4 lignes sur 5 sourcées');
    expect(spoken).toContain('Boutique, hors ligne, poids 8, verbatim, 1 source');
  });

  it('says the proof of the quote where it has one', () => {
    const doc = richPersona();
    const [source] = evidenceInOrder(doc);
    const quote = { id: 'quote', label: '', visible: true, evidence: 'verbatim', cites: [source!.id] } as const;
    const spoken = labels(
      { ...doc, factSlots: { ...doc.factSlots, quote: { ...quote, cites: [...quote.cites] } } },
      'fr',
    );
    expect(spoken.find((line) => line.startsWith('Citation'))).toMatch(/, verbatim, 1 source$/);
    expect(labels(doc, 'fr').find((line) => line.startsWith('Citation'))).not.toMatch(/preuve|source/);
  });

  it('names known targets only', () => {
    const known: readonly string[] = PERSONA_TARGETS;
    for (const { target } of all(personaOutline(richPersona(), { lang: 'fr', t: translator('fr') })))
      expect(known).toContain(target.kind);
  });
});

describe('createPersona', () => {
  it.each(PRESET_IDS)('makes the page of %s, each block with its question in both languages', (preset) => {
    for (const lang of ['fr', 'en'] as const) {
      const t = translator(lang);
      const args = { newId: idsOf('n'), title: 'Inès', lang, t, date: '2026-11-22', preset };
      const doc = createPersona(args);
      expect(doc.info).toMatchObject({ name: 'Inès', kind: PRESETS[preset].kind, template: preset });
      expect(Object.keys(doc.blocks)).toEqual(PRESETS[preset].blocks);
      for (const block of Object.values(doc.blocks)) expect(promptOf(doc, block, { t })).toMatch(/\?$/);
      for (const key of [PRESETS[preset].name, PRESETS[preset].about]) expect(t(key)).not.toContain('persona.');
    }
  });

  it('asks the questions of the template, in the language of whoever reads', () => {
    const t = translator('fr');
    const doc = createPersona({ newId: idsOf('n'), title: '', lang: 'fr', t, date: '', preset: 'negative' });
    const needs = Object.values(doc.blocks).find(({ id }) => id === 'needs')!;
    expect(promptOf(doc, needs, { t })).toBe('Que veut-il que nous ne ferons pas\u202F?');
    expect(promptOf(doc, needs, { t: translator('en') })).toBe('What do they want that we will not do?');
    expect(promptOf(doc, { ...needs, prompt: 'Et alors\u202F?' }, { t })).toBe('Et alors\u202F?');
  });
});
