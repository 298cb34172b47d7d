import { type ComponentType, lazy, Suspense } from 'react';

// Resolved when the app is built: the screen reads what is open from the app's store and leaves through `leaveExport`.
const screens = import.meta.glob<{ readonly ExportScreen: ComponentType }>('../screens/export/ExportScreen.tsx');

const ExportScreen = lazy(async () => {
  const load = screens['../screens/export/ExportScreen.tsx'];
  if (!load) throw new Error('the export screen is not built');
  return { default: (await load()).ExportScreen };
});

/** The poster workshop, loaded when it is first opened. */
export function ExportHost() {
  return (
    <Suspense>
      <ExportScreen />
    </Suspense>
  );
}
