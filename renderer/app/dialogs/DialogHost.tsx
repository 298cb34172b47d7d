import { lazy } from 'react';
import { type DialogState, useApp } from '../appStore';

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog')).ShortcutsDialog }));
const GlossaryDialog = lazy(async () => ({ default: (await import('./GlossaryDialog')).GlossaryDialog }));
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog')).AboutDialog }));
const DetailsDialog = lazy(async () => ({ default: (await import('./DetailsDialog')).DetailsDialog }));
const RecoveryDialog = lazy(async () => ({ default: (await import('./RecoveryDialog')).RecoveryDialog }));
const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }));
const RestoreDialog = lazy(async () => ({ default: (await import('./RestoreDialog')).RestoreDialog }));
const NewWorkshopDialog = lazy(async () => ({ default: (await import('@/screens/home/NewWorkshopDialog')).NewWorkshopDialog }));
const NewBoardDialog = lazy(async () => ({ default: (await import('@/screens/board/NewBoardDialog')).NewBoardDialog }));
const PersonaDialog = lazy(async () => ({ default: (await import('@/screens/board/PersonaDialog')).PersonaDialog }));

/** The dialog that is open, each loaded the first time it is asked for. */
export function DialogHost() {
  const dialog = useApp((state) => state.dialog);
  return dialog && <OpenDialog dialog={dialog} />;
}

function OpenDialog({ dialog }: { readonly dialog: DialogState }) {
  switch (dialog.kind) {
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'glossary':
      return <GlossaryDialog />;
    case 'about':
      return <AboutDialog />;
    case 'details':
      return <DetailsDialog title={dialog.title} detail={dialog.detail} />;
    case 'recovery':
      return <RecoveryDialog />;
    case 'import':
      return <ImportDialog bundle={dialog.bundle} title={dialog.title} />;
    case 'restore':
      return <RestoreDialog workshopId={dialog.workshopId} />;
    case 'new-workshop':
      return <NewWorkshopDialog preset={dialog.preset} />;
    case 'new-board':
      return <NewBoardDialog />;
    case 'persona':
      return <PersonaDialog personaId={dialog.personaId} />;
  }
}
