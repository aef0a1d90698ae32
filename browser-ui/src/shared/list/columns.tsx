import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { columnVisibilityFeature, tableFeatures, type ColumnVisibilityState } from '@tanstack/react-table';
import { useState } from 'react';
import { texts } from '../../texts';
import { useArrangement, useChooseColumns, type ListName } from './arrangement';
import type { Column } from './DataTable';

export const features = tableFeatures({ columnVisibilityFeature });

/** A list's columns, and which of them the person wants to see. */
export interface Columns<Row> {
  all: Column<Row>[];
  visibility: ColumnVisibilityState;
  show: (id: string, shown: boolean) => void;
}

export function useColumns<Row>(list: ListName, all: Column<Row>[]): Columns<Row> {
  const kept = useArrangement().data?.columns.find((each) => each.list === list)?.shown;
  const choose = useChooseColumns();
  // What was just chosen holds at once, and until the server has said the same.
  const [chosen, setChosen] = useState<string[]>();
  const shown = chosen ?? kept ?? all.filter((column) => !column.hidden).map((column) => column.id);
  return {
    all,
    visibility: Object.fromEntries(all.map((column, index) => [column.id, index === 0 || shown.includes(column.id)])),
    show: (id, on) => {
      const wanted = all
        .map((column) => column.id)
        .filter((each, index) => index === 0 || (each === id ? on : shown.includes(each)));
      setChosen(wanted);
      choose.run({ list, shown: wanted });
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
