import { MAX_LINKS, type NoteLink } from './note';

/** Something on a board (or an entry of a persona) that links to others, or that others link to. */
export interface LinkPiece {
  readonly kind: string;
  readonly id: string;
  readonly text: string;
  /** What it rests on: where it comes from, what it answers. */
  readonly links: readonly NoteLink[];
}

/** A document of a workshop with everything that can be linked in it. */
export interface LinkSource {
  readonly id: string;
  readonly pieces: readonly LinkPiece[];
}

/** A piece in its document. */
export interface LinkNode {
  readonly board: string;
  readonly kind: string;
  readonly id: string;
  readonly text: string;
}

/**
 * Who rests on whom across a workshop. It is read off the documents as they are: a link whose other end is gone is no edge, so that deleting
 * leaves nothing dangling, and undoing a deletion brings its links back, on whatever board they are stored.
 */
export interface LinkGraph {
  readonly nodes: ReadonlyMap<string, LinkNode>;
  /** What a piece rests on, in the order of its links. */
  readonly restsOn: (key: string) => readonly LinkNode[];
  /** What rests on a piece. */
  readonly carries: (key: string) => readonly LinkNode[];
}

/** Name of a piece in a graph. */
export const linkKey = ({ board, id }: Pick<LinkNode, 'board' | 'id'>): string => `${board}/${id}`;

const NOTHING: readonly LinkNode[] = [];

/** The graph of some documents. A piece does not rest on itself; two links to one thing are one edge. */
export function linkGraph(sources: readonly LinkSource[]): LinkGraph {
  const nodes = new Map<string, LinkNode>();
  for (const { id: board, pieces } of sources)
    for (const { kind, id, text } of pieces) nodes.set(linkKey({ board, id }), { board, kind, id, text });
  const restsOn = new Map<string, LinkNode[]>();
  const carries = new Map<string, LinkNode[]>();
  for (const { id: board, pieces } of sources) {
    for (const { id, links } of pieces) {
      const key = linkKey({ board, id });
      const own = nodes.get(key);
      const ends = new Set(links.map(linkKey));
      ends.delete(key);
      for (const end of ends) {
        const node = nodes.get(end);
        if (!own || !node) continue;
        restsOn.set(key, [...(restsOn.get(key) ?? []), node]);
        carries.set(end, [...(carries.get(end) ?? []), own]);
      }
    }
  }
  return { nodes, restsOn: (key) => restsOn.get(key) ?? NOTHING, carries: (key) => carries.get(key) ?? NOTHING };
}

/** One step of the answer to “why is this here?”. */
export interface TraceStep {
  readonly node: LinkNode;
  /** How many links away, 1 for what the piece rests on itself. */
  readonly depth: number;
}

/**
 * Everything a piece rests on, directly or through others, each once, nearest first along each way (depth first, in the order of the links).
 * Ends of the ways are the evidence. Circles end where they close.
 */
export function whyHere(graph: LinkGraph, key: string): readonly TraceStep[] {
  const seen = new Set([key]);
  const steps: TraceStep[] = [];
  const follow = (from: string, depth: number): void => {
    for (const node of graph.restsOn(from)) {
      const next = linkKey(node);
      if (seen.has(next)) continue;
      seen.add(next);
      steps.push({ node, depth });
      follow(next, depth + 1);
    }
  };
  follow(key, 1);
  return steps;
}

/** The links of a piece with one more or without it; null where nothing would change, or where it has as many as it may. */
export function relinked(links: readonly NoteLink[], to: NoteLink, isOn: boolean): NoteLink[] | null {
  const others = links.filter((link) => linkKey(link) !== linkKey(to));
  if (!isOn) return others.length < links.length ? others : null;
  return others.length === links.length && links.length < MAX_LINKS ? [...links, to] : null;
}
