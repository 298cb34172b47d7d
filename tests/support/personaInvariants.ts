import { type PersonaDoc, personaType } from '../../shared/boards/persona/model';
import { isOrderKey, type Ordered } from '../../shared/model/orderKey';

/** Everything that is wrong with a persona, as sentences: an empty list is a sound persona. */
export function personaProblems(doc: PersonaDoc): string[] {
  const parsed = personaType.schema.safeParse(doc);
  if (!parsed.success) return [`schema: ${parsed.error.message}`];
  const found: string[] = [];
  const check = (fine: boolean, message: string) => {
    if (!fine) found.push(message);
  };
  for (const name of personaType.collections)
    for (const [key, item] of Object.entries(doc[name as 'entries']))
      check(item.id === key, `${name}.${key} is ${item.id}`);
  for (const { id, block, cites, value } of Object.values(doc.entries)) {
    check(block in doc.blocks, `entry ${id} stands in a block that is gone`);
    check(
      cites.every((cited) => cited in doc.evidence),
      `entry ${id} cites what is gone`,
    );
    check(new Set(cites).size === cites.length, `entry ${id} cites twice`);
    const kind = doc.blocks[block]?.kind;
    if (value === null) continue;
    check(!Object.is(value, -0), `entry ${id} is worth -0`);
    if (kind === 'sliders') check(value >= 0 && value <= 100 && Number.isInteger(value), `slider ${id} is at ${value}`);
    if (kind === 'channels') check(value >= 0, `channel ${id} weighs ${value}`);
  }
  for (const slot of Object.values(doc.factSlots))
    check(slot?.cites.every((cited) => cited in doc.evidence) ?? false, `fact ${slot?.id} cites what is gone`);
  const groups = new Map<string, Ordered[]>();
  const add = (group: string, item: Ordered) => groups.set(group, [...(groups.get(group) ?? []), item]);
  for (const item of Object.values(doc.blocks)) add('blocks', item);
  for (const item of Object.values(doc.evidence)) add('evidence', item);
  for (const item of Object.values(doc.entries)) add(`entries of ${item.block}`, item);
  for (const [group, items] of groups) {
    check(new Set(items.map(({ order }) => order)).size === items.length, `${group} share an order key`);
    check(
      items.every(({ order }) => isOrderKey(order)),
      `${group} have a damaged order key`,
    );
  }
  return found;
}
