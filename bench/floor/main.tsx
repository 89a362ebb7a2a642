import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes, useParams, useSearchParams } from 'react-router-dom';

/**
 * The floor that the product is measured against: the required libraries, one filter row, the rows of one page and
 * nothing else. Whoever builds a list of operations with these libraries cannot be lighter than this.
 */

type Row = {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly progress?: number;
  readonly submitted: string;
  readonly started?: string;
  readonly finished?: string;
};

const FEATURES = tableFeatures({});
const helper = createColumnHelper<typeof FEATURES, Row>();
const COLUMNS = helper.columns([
  helper.accessor('status', { header: 'Status' }),
  helper.display({
    id: 'operation',
    header: 'Operation',
    cell: ({ row }) => <Link to={row.original.id}>{row.original.type}</Link>,
  }),
  helper.accessor('progress', { header: 'Progress' }),
  helper.accessor('submitted', { header: 'Submitted' }),
  helper.accessor('started', { header: 'Started' }),
  helper.accessor('finished', { header: 'Finished' }),
]);
const NO_ROWS: readonly Row[] = [];

function Th({ children }: { children: ReactNode }) {
  return <th>{children}</th>;
}

function Td({ children }: { children: ReactNode }) {
  return <td>{children}</td>;
}

function List() {
  const { environment } = useParams();
  const [search, setSearch] = useSearchParams();
  const status = search.get('status') ?? '';
  const { data, error } = useQuery({
    queryKey: [environment, status],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ sort: '-submitted,-id', limit: '50', ...(status && { status }) });
      const response = await fetch(`/${environment}/api/v1/operations?${query}`, { signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return (await response.json()) as { items: Row[] };
    },
    refetchInterval: 5000,
  });
  const table = useTable({ features: FEATURES, columns: COLUMNS, data: data?.items ?? NO_ROWS });
  return (
    <>
      <form>
        <label>
          Status{' '}
          <select
            value={status}
            onChange={(event) => setSearch(event.target.value ? { status: event.target.value } : {})}
          >
            <option value="">Any</option>
            {['PENDING', 'RUNNING', 'SUCCESS', 'FAIL'].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </form>
      {error && <p role="alert">{error.message}</p>}
      <table aria-label="Operations">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <Th key={header.id}>
                  <table.FlexRender header={header} />
                </Th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <Td key={cell.id}>
                  <table.FlexRender cell={cell} />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Detail() {
  const { environment, id = '' } = useParams();
  const { data } = useQuery({
    queryKey: [environment, 'one', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/${environment}/api/v1/operations/${id}`, { signal });
      return (await response.json()) as Row;
    },
  });
  return (
    <>
      <Link to="..">Back</Link>
      <h1>{id}</h1>
      <p>{data?.status}</p>
    </>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <BrowserRouter>
        <Routes>
          <Route path="/:environment/operations" element={<List />} />
          <Route path="/:environment/operations/:id" element={<Detail />} />
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
