import type { PersonaId } from '@shared/base/ids';
import { closeDialog } from '@/app/appStore';
import { useT } from '@/ui/useT';
import { PersonaPicker } from '../library/PersonaPicker';

/** Whom facts are pinned to, of the whole library. */
export function PinPersonaDialog({ onPick }: { readonly onPick: (id: PersonaId) => void }) {
  const t = useT();
  return (
    <PersonaPicker
      title={t('tables.pin.whom')}
      action={{ label: t('tables.pin.choose'), icon: 'check' }}
      onPick={({ id }) => {
        onPick(id);
        closeDialog();
      }}
    />
  );
}
