import type { IconName } from '../../../scene/icons';
import type { ChannelId, LaneKind } from '../model';

/** Icon before the name of a row; the emotion band has none. */
export const LANE_ICONS: Readonly<Record<LaneKind, IconName | null>> = {
  actions: 'footprints',
  touchpoints: 'signpost',
  thoughts: 'brain',
  emotion: null,
  indicators: 'chart-line',
  'pain-points': 'warning',
  opportunities: 'lightbulb',
  contents: 'note',
  owner: 'user-circle',
  expectations: 'star',
  questions: 'question',
  measures: 'wrench',
  conversion: 'funnel',
  duration: 'hourglass-medium',
  images: 'image',
  frontstage: 'storefront',
  backstage: 'gear',
  support: 'buildings',
  notes: 'note-pencil',
};

/** Icon of a channel. */
export const CHANNEL_ICONS: Readonly<Record<ChannelId, IconName>> = {
  poster: 'frame-corners',
  radio: 'radio',
  press: 'newspaper',
  store: 'storefront',
  checkout: 'receipt',
  phone: 'phone',
  'e-mail': 'envelope-simple',
  website: 'globe',
  app: 'device-mobile',
  'social-network': 'share-network',
  'review-site': 'chat-text',
  'word-of-mouth': 'chats-circle',
  'sales-rep': 'handshake',
  delivery: 'package',
  support: 'headset',
  event: 'users',
  appointment: 'calendar-blank',
  product: 'tag',
  custom: 'map-pin',
};
