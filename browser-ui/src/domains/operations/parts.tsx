import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface PlainTableProps<T> {
  label: string;
  columns: readonly string[];
  rows: readonly T[];
  /** What stands there where there are no rows. */
  none: string;
  keyOf: (row: T) => string;
  cells: (row: T) => readonly ReactNode[];
}

/** A dense table: all that is asked for, a row a thing. */
export function PlainTable<T>({ label, columns, rows, none, keyOf, cells }: PlainTableProps<T>) {
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={columns.length * 110}>
      <Table aria-label={label} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {cells(row).map((cell, column) => (
                <Table.Td key={columns[column]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** An id as far as it takes to tell it from others; the whole of it on pointing. */
export function ShortId({ id }: { id: string }) {
  return (
    <Text span ff="monospace" size="xs" title={id}>
      …{id.slice(-12)}
    </Text>
  );
}
