import type { PersonaDoc } from '@shared/boards/persona/model';
import type { PanelProps } from '@/editor/boardEditing';
import { blockOf, entryOf, evidenceById, factOf, headLineOf } from './entities';
import { BlockPanel } from './inspector/BlockPanel';
import { EntryPanel } from './inspector/EntryPanel';
import { FactPanel } from './inspector/FactPanel';
import { HeadLinePanel } from './inspector/HeadLinePanel';
import { PagePanel } from './inspector/PagePanel';
import { PortraitPanel } from './inspector/PortraitPanel';
import styles from './inspector/personaPanels.module.css';
import { SourcePanel } from './inspector/SourcePanel';
import { ToVerify } from './inspector/ToVerify';

/** Everything about what is chosen on a persona, about the page when nothing is; below it, what is still to be found out. */
export function PersonaInspector({ controller, doc, target, view }: PanelProps<PersonaDoc>) {
  const block = target && blockOf(doc, target);
  return (
    <div className={styles.column}>
      <div className={styles.chosen}>
        <Chosen controller={controller} doc={doc} target={target} view={view} />
      </div>
      <ToVerify controller={controller} doc={doc} target={target} block={block?.id ?? null} />
    </div>
  );
}

// One panel per entity: what was being typed in a field of one never lands in another.
function Chosen({ controller, doc, target, view }: PanelProps<PersonaDoc>) {
  const shared = { controller, doc };
  const entry = target && entryOf(doc, target);
  if (entry) return <EntryPanel key={entry.id} {...shared} entry={entry} />;
  const block = target && blockOf(doc, target);
  if (block) return <BlockPanel key={block.id} {...shared} block={block} />;
  const fact = target && factOf(target);
  if (fact) return <FactPanel key={fact} {...shared} fact={fact} />;
  const line = target && headLineOf(target);
  if (line) return <HeadLinePanel key={line} {...shared} line={line} />;
  const source = target?.kind === 'evidence' ? evidenceById(doc, target.id) : null;
  if (source) return <SourcePanel key={source.id} {...shared} source={source} />;
  if (target?.kind === 'portrait') return <PortraitPanel {...shared} />;
  return <PagePanel {...shared} view={view} />;
}
