import { actions } from './fr/actions';
import { analysis } from './fr/analysis';
import { board } from './fr/board';
import { commands } from './fr/commands';
import { common } from './fr/common';
import { editing } from './fr/editing';
import { empathy } from './fr/empathy';
import { errors } from './fr/errors';
import { exporting } from './fr/exporting';
import { home } from './fr/home';
import { journey } from './fr/journey';
import { library } from './fr/library';
import { menu } from './fr/menu';
import { opinions } from './fr/opinions';
import { persona } from './fr/persona';
import { personaEditor } from './fr/personaEditor';
import { present } from './fr/present';
import { recovery } from './fr/recovery';
import { tables } from './fr/tables';
import { versions } from './fr/versions';

/** French messages: the reference for keys. One file per part of the app. */
export const fr = {
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
} as const;
