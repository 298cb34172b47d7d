import type { SheetChoice } from '@/tables/rowBatch';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';

interface SheetSelectProps extends SheetChoice {
  readonly onChange: (sheet: string) => void;
}

/** Which sheet of a workbook is read. */
export function SheetSelect({ sheet, sheets, onChange }: SheetSelectProps) {
  const t = useT();
  return (
    <Select
      quiet
      label={t('tables.sheet')}
      value={sheet}
      options={sheets.map((name) => ({ value: name, label: name }))}
      onChange={onChange}
    />
  );
}
