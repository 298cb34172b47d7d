import type { EmotionPoint, JourneyMapDoc, Lane, Note, Stage, Touchpoint } from './model';

/**
 * Fields that schema 3 added, with the value they have where nobody wrote them: what a new thing starts with, and what a document of an
 * earlier schema says by saying nothing. Values here stay for ever.
 */
export const INFO_DEFAULTS: Pick<
  JourneyMapDoc['info'],
  'scope' | 'purchaseLine' | 'medium' | 'form' | 'firstContactStepId' | 'emotionWords'
> = { scope: 'customer', purchaseLine: false, medium: 'all', form: 'grid', firstContactStepId: null, emotionWords: [] };

export const STAGE_DEFAULTS: Pick<Stage, 'deadTime' | 'entered' | 'wentOn' | 'left' | 'linkedBoardId'> = {
  deadTime: null,
  entered: null,
  wentOn: null,
  left: null,
  linkedBoardId: null,
};

export const LANE_DEFAULTS: Pick<
  Lane,
  'color' | 'minHeight' | 'byPersona' | 'personaId' | 'curves' | 'display' | 'intensity'
> = {
  color: null,
  minHeight: 0,
  byPersona: false,
  personaId: null,
  curves: 'both',
  display: 'faces',
  intensity: false,
};

export const NOTE_DEFAULTS_3: Pick<Note, 'personaId' | 'contentType' | 'status' | 'owner' | 'due' | 'decision'> = {
  personaId: null,
  contentType: null,
  status: null,
  owner: '',
  due: '',
  decision: null,
};

export const TOUCHPOINT_DEFAULTS: Pick<Touchpoint, 'links'> = { links: [] };

export const POINT_DEFAULTS: Pick<EmotionPoint, 'state' | 'intensity' | 'links'> = {
  state: 'current',
  intensity: null,
  links: [],
};
