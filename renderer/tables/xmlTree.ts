import { xmlReader } from './workbookXml';

/** An element of a small XML file, with what stands in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of the element itself. */
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** Deeper than this nobody writes by hand or program. */
const DEEPEST = 100;

/** The tree of an XML file that fits in memory; null where it is none. Names are without their prefixes, entities other than the five of XML are refused. */
export function xmlTree(bytes: Uint8Array): XmlElement | null {
  const open: Growing[] = [];
  let root: Growing | null = null;
  try {
    const reader = xmlReader({
      open: (name, attributes) => {
        if (open.length >= DEEPEST) throw new RangeError('too deep');
        const element: Growing = { name, attributes: { ...attributes }, children: [], text: '' };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      close: () => open.pop(),
      text: (text) => {
        const element = open.at(-1);
        if (element) element.text += text;
      },
    });
    reader.push(bytes);
    reader.end();
  } catch {
    return null;
  }
  return root;
}
