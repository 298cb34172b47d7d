import { actions } from './en/actions';
import { analysis } from './en/analysis';
import { board } from './en/board';
import { commands } from './en/commands';
import { common } from './en/common';
import { editing } from './en/editing';
import { empathy } from './en/empathy';
import { errors } from './en/errors';
import { exporting } from './en/exporting';
import { home } from './en/home';
import { journey } from './en/journey';
import { library } from './en/library';
import { menu } from './en/menu';
import { opinions } from './en/opinions';
import { persona } from './en/persona';
import { personaEditor } from './en/personaEditor';
import { present } from './en/present';
import { recovery } from './en/recovery';
import { tables } from './en/tables';
import { versions } from './en/versions';
import type { fr } from './fr';

/** English messages: same keys as French, checked by the compiler where they are used. */
export const en: Shape<typeof fr> = {
  actions,
  analysis,
  board,
  commands,
  common,
  editing,
  empathy,
  errors,
  exporting,
  home,
  journey,
  library,
  menu,
  opinions,
  persona,
  personaEditor,
  present,
  recovery,
  tables,
  versions,
};

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
