import { describe, expect, it } from 'vitest';
import { excerpts } from './excerpt';

describe('excerpts', () => {
  it('shows short texts whole', () => {
    expect(excerpts('Solène', 'Camille')).toEqual({ from: 'Solène', to: 'Camille' });
    expect(excerpts('MB', '')).toEqual({ from: 'MB', to: '' });
  });

  it('shows of long ones where they differ, from the beginning of a word', () => {
    const before = 'Les six opportunités votées sont en place dans toutes les boutiques : ';
    const after = ' est prévenue à temps, choisit entre deux modèles et parle à quelqu’un le jour même.';
    const { from, to } = excerpts(`${before}Solène${after}`, `${before}Camille${after}`);
    expect(from).toBe('…toutes les boutiques : Solène est prévenue à temps,…');
    expect(to).toBe('…toutes les boutiques : Camille est prévenue à temps,…');
  });
});
