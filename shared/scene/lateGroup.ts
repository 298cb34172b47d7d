import type { Box, EditBox, GroupPrimitive, Primitive, SemanticRole, Target } from './primitives';

/** How a group is drawn once somebody looks into it. Must not hold on to the document: that may be long after it, or never. */
export interface LateKit<Shape> {
  /** What is painted. */
  bounds(shape: Shape, x: number, y: number): Box;
  /** The one target that is drawn, and the bounds of the group that has it. */
  target(shape: Shape): Target;
  targetBounds(shape: Shape, x: number, y: number): Box;
  draw(shape: Shape, x: number, y: number): GroupPrimitive;
}

function holderIn(group: GroupPrimitive): GroupPrimitive | null {
  if (group.target) return group;
  for (const child of group.children) {
    const found = child.type === 'group' ? holderIn(child) : null;
    if (found) return found;
  }
  return null;
}

/**
 * A group that is drawn when somebody first looks into it. Where it stands and what it stands for is known before: when a row grows,
 * thousands of notes below it only move, and the picture of the edit waits for none of them but those it shows.
 * A class, so that an accessor costs nothing until it is asked, whatever the number of groups.
 */
export class LateGroup<Shape = unknown> implements GroupPrimitive {
  readonly type = 'group';
  readonly bounds: Box;
  private held: { readonly target: Target; readonly bounds: Box } | null = null;
  private readonly x: number;
  private readonly y: number;
  private waiting: { readonly kit: LateKit<Shape>; readonly shape: Shape } | null;
  private made: GroupPrimitive | null = null;

  constructor(kit: LateKit<Shape>, shape: Shape, x: number, y: number) {
    this.bounds = kit.bounds(shape, x, y);
    this.x = x;
    this.y = y;
    this.waiting = { kit, shape };
  }

  /** The one target in the group, its own or that of a group in it, and where that is; the same object whenever it is asked. */
  holds(): { readonly target: Target; readonly bounds: Box } {
    if (this.held) return this.held;
    if (this.waiting) {
      const { kit, shape } = this.waiting;
      this.held = { target: kit.target(shape), bounds: kit.targetBounds(shape, this.x, this.y) };
    } else {
      const { target, bounds } = this.holder();
      this.held = { target: target as Target, bounds };
    }
    return this.held;
  }

  /** The group that has the target. */
  holder(): GroupPrimitive {
    const made = this.drawn();
    return holderIn(made) ?? made;
  }

  /** The group as it is drawn. */
  drawn(): GroupPrimitive {
    if (this.waiting) {
      const { kit, shape } = this.waiting;
      this.made = kit.draw(shape, this.x, this.y);
      // What it took to draw it is not needed any more.
      this.waiting = null;
    }
    return this.made as GroupPrimitive;
  }

  get children(): readonly Primitive[] {
    return this.drawn().children;
  }
  get clip(): Box | undefined {
    return this.drawn().clip;
  }
  get opacity(): number | undefined {
    return this.drawn().opacity;
  }
  get target(): Target | undefined {
    return this.drawn().target;
  }
  get editBox(): EditBox | undefined {
    return this.drawn().editBox;
  }
  get role(): SemanticRole | undefined {
    return this.drawn().role;
  }
  get alt(): string | undefined {
    return this.drawn().alt;
  }
}

/** The group itself, drawn now where it waited: for copies of it, which take its fields one by one. */
export const drawnGroup = (group: GroupPrimitive): GroupPrimitive =>
  group instanceof LateGroup ? group.drawn() : group;
