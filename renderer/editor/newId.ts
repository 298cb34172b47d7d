import type { Id, NewId } from '@shared/base/ids';
import { nanoid } from 'nanoid';

/** Fresh ids for what is added to a board. */
export const newId: NewId = <T extends Id<string>>() => nanoid() as T;
