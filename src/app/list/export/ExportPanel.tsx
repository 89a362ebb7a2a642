import type { ListSearch } from '../../../toloka/listSearch.ts';
import { ExportForm } from './ExportForm.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { setExport, useExport } from './exportStore.ts';

/** What the button `Export` opens: the choices for a new export, or how the present one is getting on. */
export function ExportPanel({ environment, search }: { environment: string; search: ListSearch }) {
  const run = useExport();
  if (!run) return <ExportForm environment={environment} search={search} />;
  return <ExportProgress run={run} state={run.state()} onNew={() => setExport(null)} />;
}
