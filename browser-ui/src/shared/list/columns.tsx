import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import { columnVisibilityFeature, tableFeatures, type ColumnVisibilityState } from '@tanstack/react-table';
import { texts } from '../../texts';
import type { Column } from './DataTable';

export const features = tableFeatures({ columnVisibilityFeature });

/** A list's columns, and which of them this browser shows. */
export interface Columns<Row> {
  all: Column<Row>[];
  visibility: ColumnVisibilityState;
  show: (id: string, shown: boolean) => void;
}

export function useColumns<Row>(name: string, all: Column<Row>[]): Columns<Row> {
  const [chosen, setChosen] = useLocalStorage<Record<string, boolean>>({
    key: `medflip.columns.${name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const visibility = Object.fromEntries(all.map((column) => [column.id, chosen[column.id] ?? !column.hidden]));
  return {
    all,
    visibility,
    show: (id, shown) => {
      setChosen((before) => ({ ...before, [id]: shown }));
    },
  };
}

export function ColumnMenu<Row>({ columns }: { columns: Columns<Row> }) {
  return (
    <Popover position="bottom-end" withinPortal shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {texts.list.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.all.map((column, index) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={columns.visibility[column.id] ?? true}
              // The first column is the way into the row.
              disabled={index === 0}
              onChange={(event) => {
                columns.show(column.id, event.currentTarget.checked);
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
