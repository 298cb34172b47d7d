import { SaxesParser } from 'saxes';
import { UnreadableTable } from './rowBatch';
import { unpackPart, type WorkbookPart } from './workbookParts';

export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Names without their prefix: some writers say `x:row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML that comes in pieces. No entity is ever expanded beyond the five of XML itself, so that none can grow; what is not
 * well-formed throws.
 */
export function xmlReader({ open, close, text }: XmlListener): {
  readonly push: (bytes: Uint8Array) => void;
  readonly end: () => void;
} {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  parser.on('error', () => {
    throw new UnreadableTable({ code: 'damaged' });
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes as Record<string, string>));
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  if (text) parser.on('text', text);
  return {
    push: (bytes) => parser.write(decoder.decode(bytes, { stream: true })),
    end: () => {
      parser.write(decoder.decode());
      parser.close();
    },
  };
}

/** Reads a whole small part. */
export function readXmlPart(part: WorkbookPart, limit: number, listener: XmlListener): void {
  const reader = xmlReader(listener);
  for (const { bytes } of unpackPart(part, limit)) reader.push(bytes);
  reader.end();
}
