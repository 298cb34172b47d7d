import type { Claim } from '@shared/boards/persona/commands/evidence';
import { cite } from '@shared/boards/persona/commands/evidence';
import { evidenceInOrder } from '@shared/boards/persona/order';
import { evidenceSuffix, evidenceTitle } from '@shared/boards/persona/words';
import { EvidenceField } from '@/editor/inspector/NoteFields';
import { Section } from '@/editor/inspector/parts';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { setClaims } from '../claims';
import { proofOf } from '../entities';
import { addSource } from '../evidenceItems';
import type { PersonaPanelProps } from './panelProps';

/** What stands behind a claim: the kind of its proof, and the sources it cites. */
export function ProofFields({ controller, doc, claim }: PersonaPanelProps & { readonly claim: Claim }) {
  const t = useT();
  const lang = useLang();
  const { session } = controller;
  const { evidence, cites } = proofOf(doc, claim);
  return (
    <>
      <EvidenceField
        value={evidence}
        onChange={(next) => setClaims(session, [{ id: claim.id, fields: { evidence: next } }])}
      />
      <Section title={t('personaEditor.proof.cites')}>
        {evidenceInOrder(doc).map((item) => (
          <Checkbox
            key={item.id}
            label={`${evidenceTitle(item, { t })}${evidenceSuffix(item, { t, lang })}`}
            checked={cites.includes(item.id)}
            onChange={(cited) => session.run(cite, { claim, evidence: item.id, cited })}
          />
        ))}
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() => {
              controller.select([{ kind: claim.kind, id: claim.id }]);
              controller.select([{ kind: 'evidence', id: addSource(controller) }]);
            }}
          >
            {t('personaEditor.proof.newSource')}
          </Button>
        </div>
      </Section>
    </>
  );
}
