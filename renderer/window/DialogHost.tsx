import { type DialogState, useApp } from '@/app/appStore';
import { onDemand } from '@/ui/onDemand';

const Palette = onDemand(async () => (await import('@/app/dialogs/Palette')).Palette);
const ShortcutsDialog = onDemand(async () => (await import('@/app/dialogs/ShortcutsDialog')).ShortcutsDialog);
const GlossaryDialog = onDemand(async () => (await import('@/app/dialogs/GlossaryDialog')).GlossaryDialog);
const AboutDialog = onDemand(async () => (await import('@/app/dialogs/AboutDialog')).AboutDialog);
const DetailsDialog = onDemand(async () => (await import('@/app/dialogs/DetailsDialog')).DetailsDialog);
const RecoveryDialog = onDemand(async () => (await import('@/app/dialogs/RecoveryDialog')).RecoveryDialog);
const ImportDialog = onDemand(async () => (await import('@/app/dialogs/ImportDialog')).ImportDialog);
const RestoreDialog = onDemand(async () => (await import('@/app/dialogs/RestoreDialog')).RestoreDialog);
const NewWorkshopDialog = onDemand(async () => (await import('@/screens/home/NewWorkshopDialog')).NewWorkshopDialog);
const NewBoardDialog = onDemand(async () => (await import('@/screens/board/NewBoardDialog')).NewBoardDialog);
const ComparePersonasDialog = onDemand(
  async () => (await import('@/screens/board/ComparePersonasDialog')).ComparePersonasDialog,
);
const NewPersonaDialog = onDemand(async () => (await import('@/screens/board/NewPersonaDialog')).NewPersonaDialog);

const PersonalDataDialog = onDemand(async () => (await import('@/app/dialogs/PersonalDataDialog')).PersonalDataDialog);
const SaveTemplateDialog = onDemand(
  async () => (await import('@/screens/board/SaveTemplateDialog')).SaveTemplateDialog,
);
const ExportJourneyDialog = onDemand(
  async () => (await import('@/screens/analysis/ExportJourneyDialog')).ExportJourneyDialog,
);
const ReportDialog = onDemand(async () => (await import('@/screens/report/ReportDialog')).ReportDialog);
const RedactDialog = onDemand(async () => (await import('@/screens/redact/RedactDialog')).RedactDialog);
const TranslationsDialog = onDemand(
  async () => (await import('@/screens/translate/TranslationsDialog')).TranslationsDialog,
);
const TitleBlockDialog = onDemand(async () => (await import('@/screens/workshop/TitleBlockDialog')).TitleBlockDialog);
const PinPersonaDialog = onDemand(async () => (await import('@/screens/table/PinPersonaDialog')).PinPersonaDialog);
const LinkPersonaDialog = onDemand(async () => (await import('@/screens/board/LinkPersonaDialog')).LinkPersonaDialog);
const SaveVersionDialog = onDemand(
  async () => (await import('@/screens/versions/SaveVersionDialog')).SaveVersionDialog,
);
const TagsDialog = onDemand(async () => (await import('@/screens/library/TagsDialog')).TagsDialog);
const UsesDialog = onDemand(async () => (await import('@/screens/library/UsesDialog')).UsesDialog);
const ExportPersonasDialog = onDemand(
  async () => (await import('@/screens/library/ExportPersonasDialog')).ExportPersonasDialog,
);
const IncomingDialog = onDemand(async () => (await import('@/screens/library/IncomingDialog')).IncomingDialog);
const EraseDialog = onDemand(async () => (await import('@/screens/library/EraseDialog')).EraseDialog);

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
    case 'compare-personas':
      return <ComparePersonasDialog ids={dialog.ids} />;
    case 'new-persona':
      return <NewPersonaDialog />;
    case 'personal-data':
      return <PersonalDataDialog found={dialog.found} as={dialog.as} workshopId={dialog.workshopId} />;
    case 'save-template':
      return <SaveTemplateDialog personaId={dialog.personaId} />;
    case 'journey-export':
      return <ExportJourneyDialog />;
    case 'report':
      return <ReportDialog />;
    case 'redact':
      return <RedactDialog />;
    case 'translations':
      return <TranslationsDialog />;
    case 'title-block':
      return <TitleBlockDialog />;
    case 'link-persona':
      return <LinkPersonaDialog />;
    case 'pin-persona':
      return <PinPersonaDialog onPick={dialog.onPick} />;
    case 'save-version':
      return <SaveVersionDialog personaId={dialog.personaId} version={dialog.version ?? null} />;
    case 'persona-tags':
      return <TagsDialog ids={dialog.ids} />;
    case 'persona-uses':
      return <UsesDialog personaId={dialog.personaId} />;
    case 'persona-export':
      return <ExportPersonasDialog ids={dialog.ids} />;
    case 'persona-compare':
      return <IncomingDialog incoming={dialog.incoming} />;
    case 'persona-erase':
      return <EraseDialog ids={dialog.ids} />;
  }
}
