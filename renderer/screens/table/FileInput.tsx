import type { Ref } from 'react';
import { useT } from '@/ui/useT';
import { useTableSession } from './tableContext';

/** The system's own choice of a file; a button elsewhere opens it. The file is read in place, its path never known. */
export function FileInput({ inputRef }: { readonly inputRef: Ref<HTMLInputElement> }) {
  const t = useT();
  const session = useTableSession();
  return (
    <input
      ref={inputRef}
      type="file"
      hidden
      aria-label={t('tables.choose')}
      accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm"
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file) session.open({ name: file.name, file, keptId: null });
        // The same file can be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}
