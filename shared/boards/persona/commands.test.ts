import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { personaDoc } from '../../../tests/support/workshopBundles';
import { translator } from '../../i18n/translate';
import { setPersonaFields, setPortrait } from './commands';
import { type PersonaDoc, type Portrait, personaType } from './model';

const PORTRAIT: Portrait = {
  hair: 'bob',
  background: '#FFD95A',
  shape: '#E5B800',
  skin: '#C68863',
  skinShade: '#A86F4C',
  hairColor: '#3B2A20',
  clothes: '#1E44A8',
  clothesAccent: '#FCFBF7',
  headband: '',
  glasses: '',
  earrings: '',
  beard: 'none',
  collar: true,
};

const withPortrait = (doc: PersonaDoc, portrait: Portrait | null) =>
  create(doc, (draft) => setPortrait(draft, { portrait }));

describe('persona commands', () => {
  it('set fields, cleaned', () => {
    const doc = create(personaDoc(), (draft) => setPersonaFields(draft, { fields: { name: 'Inès\u0000', age: '41' } }));
    expect(doc.info).toEqual({ ...personaDoc().info, name: 'Inès', age: '41' });
  });

  it('set and remove the portrait; what is not one changes nothing', () => {
    const doc = withPortrait(personaDoc(), PORTRAIT);
    expect(personaType.schema.parse(doc).info.portrait).toEqual(PORTRAIT);
    expect(withPortrait(doc, { ...PORTRAIT })).toBe(doc);
    expect(withPortrait(doc, { ...PORTRAIT, skin: 'url(x)' })).toBe(doc);
    expect(withPortrait(doc, null).info.portrait).toBeNull();
  });

  it('have a label each, in both languages', () => {
    for (const command of [setPersonaFields, setPortrait])
      for (const lang of ['fr', 'en'] as const)
        expect(translator(lang)(`commands.${command.name}` as never)).not.toContain('commands.');
  });
});
