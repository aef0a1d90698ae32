import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { texts } from '../../texts';
import { ChooseBeside, type Choosing } from './chosen';
import { features, type Columns } from './columns';

export interface Column<Row> {
  id: string;
  header: string;
  /** The server sorts by this column's id. */
  sortable?: boolean;
  /** Figures stand on the right. */
  right?: boolean;
  /** Not shown until the person asks for it. */
  hidden?: boolean;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  caption: string;
  columns: Columns<Row>;
  rows: Row[];
  rowKey: (row: Row) => string;
  sort: string;
  onSort: (sort: string) => void;
  /** Where several rows can be chosen: beside what the first column says, which is the row's name. */
  choosing?: Choosing<Row> | undefined;
}

/** A dense table for desks. A link in a row with the class `rowLink` covers the whole row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, choosing } = props;
  const definitions = useMemo(
    () =>
      columns.all.map((column): ColumnDef<typeof features, Row & object> => ({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
      })),
    [columns.all],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as (Row & object)[],
    getRowId: rowKey,
    state: { columnVisibility: columns.visibility },
  });
  const byId = new Map(columns.all.map((column) => [column.id, column]));

  return (
    <Table highlightOnHover verticalSpacing={7} className="dense" aria-label={caption}>
      <Table.Thead>
        {table.getHeaderGroups().map((group) => (
          <Table.Tr key={group.id}>
            {group.headers.map((header) => {
              const column = byId.get(header.column.id);
              return column && <Head key={header.id} column={column} sort={sort} onSort={onSort} />;
            })}
          </Table.Tr>
        ))}
      </Table.Thead>
      <Table.Tbody>
        {table.getRowModel().rows.map((row) => (
          <Table.Tr key={row.id} className="row">
            {row.getVisibleCells().map((cell, index) => (
              <Table.Td key={cell.id} className={byId.get(cell.column.id)?.right ? 'right figures' : ''}>
                {choosing && index === 0 ? (
                  <ChooseBeside row={row.original as Row} by={choosing}>
                    <table.FlexRender cell={cell} />
                  </ChooseBeside>
                ) : (
                  <table.FlexRender cell={cell} />
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Head<Row>(props: { column: Column<Row>; sort: string; onSort: (sort: string) => void }) {
  const { column, sort, onSort } = props;
  const sorted = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : undefined;
  const Arrow = sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th className={column.right ? 'right' : ''} aria-sort={column.sortable ? (sorted ?? 'none') : undefined}>
      {column.sortable ? (
        <UnstyledButton
          className="sort"
          title={texts.list.sortWith(column.header)}
          onClick={() => {
            // Figures are first wanted from the top.
            const first = column.right ? `-${column.id}` : column.id;
            const second = column.right ? column.id : `-${column.id}`;
            onSort(sort === first ? second : first);
          }}
        >
          {column.header}
          {sorted && <Arrow size={13} aria-hidden />}
        </UnstyledButton>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}
