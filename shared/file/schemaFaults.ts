import type { z } from '../base/schema';
import { docType, isDocKind } from '../boards/docTypes';
import { migrateJson } from '../document/migrate';
import type { Json } from '../model/document';
import { readDoc } from './envelope';

/** What a value does not fulfil; each has its words in `verbs.validate.schema`. */
export type SchemaFaultKind = 'missing' | 'type' | 'unknownField' | 'tooLarge' | 'tooSmall' | 'notAllowed' | 'form';

/** One value of a document that its schema refuses. */
export interface SchemaFault {
  /** Keys from the document down to the value. */
  readonly path: readonly string[];
  readonly kind: SchemaFaultKind;
  /** What was expected: a type, a limit, the values that are allowed, or the names of unknown fields; empty where there is nothing to say. */
  readonly expected: string;
}

type Issue = z.core.$ZodIssue;

/**
 * Every value of one document of a file that its schema refuses, where `readDoc` tells the first; empty when that accepts the document
 * or refuses it for another reason (a newer schema, an entity filed under another id).
 */
export function schemaFaults(raw: Record<string, Json>, id: string): readonly SchemaFault[] {
  if (!isDocKind(raw.kind) || readDoc(raw, id, '').ok) return [];
  const type = docType(raw.kind);
  try {
    const current = migrateJson(raw, type);
    return (type.schema.safeParse(current).error?.issues ?? []).map((issue) => faultOf(issue, current));
  } catch {
    return [];
  }
}

function faultOf(issue: Issue, root: Json): SchemaFault {
  const path = issue.path.map(String);
  const of = (kind: SchemaFaultKind, expected = ''): SchemaFault => ({ path, kind, expected });
  switch (issue.code) {
    case 'invalid_type':
      return of(valueAt(root, path) === undefined ? 'missing' : 'type', issue.expected);
    case 'unrecognized_keys':
      return of('unknownField', issue.keys.join(', '));
    case 'too_big':
      return of('tooLarge', String(issue.maximum));
    case 'too_small':
      return of('tooSmall', String(issue.minimum));
    case 'invalid_value':
      return of(valueAt(root, path) === undefined ? 'missing' : 'notAllowed', issue.values.map(String).join(', '));
    default:
      return of('form');
  }
}

function valueAt(root: Json, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
