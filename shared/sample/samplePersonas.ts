import type { NewId } from '../base/ids';
import type { PersonaDoc } from '../boards/persona/model';
import { typographic } from '../text/typography';
import { PERSONA_FIGURES, type SamplePersonaName } from './personaFigures';
import { englishPersonas } from './personas.en';
import { frenchPersonas } from './personas.fr';
import { samplePersona } from './samplePersona';

/** Every text with the spaces of its language, as somebody who knows the keyboard would have typed it. */
export function typeset<T>(value: T, lang: 'fr' | 'en'): T {
  if (typeof value === 'string') return typographic(value, lang) as T;
  if (Array.isArray(value)) return value.map((part) => typeset(part, lang)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typeset(part, lang)])) as T;
}

/** One of the invented people, whole: `runner` and `assistant` stand in the sample workshop, the others in a library. */
export const personaNamed = (name: SamplePersonaName, lang: 'fr' | 'en', newId: NewId): PersonaDoc =>
  samplePersona(PERSONA_FIGURES[name], typeset(lang === 'fr' ? frenchPersonas : englishPersonas, lang)[name], newId);

/** The invented people of a first library, in the order they are shown. */
export const SAMPLE_PERSONAS = Object.keys(PERSONA_FIGURES) as readonly SamplePersonaName[];
