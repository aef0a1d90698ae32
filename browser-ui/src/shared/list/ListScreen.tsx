import { Button, Paper, Select, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../api/types';
import { texts } from '../../texts';
import { Empty } from '../Empty';
import { Loaded, Screen } from '../Screen';
import type { ListName } from './arrangement';
import { ChooseBeside, type Choosing } from './chosen';
import { ColumnMenu, useColumns } from './columns';
import { CsvMenu } from './CsvMenu';
import { FilterMenu } from './FilterMenu';
import { Filters } from './Filters';
import { Paging } from './Paging';
import type { ListSearch } from './search';
import { SearchField } from './SearchField';
import { DataTable, type Column } from './DataTable';
import { useNarrow } from '../narrow';

interface ListScreenProps<Row> {
  /** Under this name it is remembered how the list is arranged. */
  name: ListName;
  title: string;
  lead?: string;
  /** Above the title, such as the way to the lists beside this one. */
  above?: ReactNode;
  columns: Column<Row>[];
  list: UseQueryResult<Page<Row>>;
  search: ListSearch;
  defaultSort: string;
  onSearch: (change: Partial<ListSearch>) => void;
  rowKey: (row: Row) => string;
  /** One row on a phone. */
  card: (row: Row) => ReactNode;
  csv: string;
  /** Where several rows can be chosen. */
  choosing?: Choosing<Row> | undefined;
  searchHint: string;
  filters?: ReactNode;
  /** Any filter is set, so that an empty list isn't an empty book. */
  filtered: boolean;
  onClear: () => void;
  views?: ReactNode;
  actions?: ReactNode;
  /** Between the title and the filters. */
  intro?: ReactNode;
  empty: ReactNode;
  /** Another view of the same rows, shown in the table's place. */
  instead?: ReactNode;
}

/** Every list: filters and paging in its address, sorting by the server, columns to choose, CSV; cards on a phone. */
export function ListScreen<Row>(props: ListScreenProps<Row>) {
  const { title, lead, above, list, search, onSearch, filters, filtered, onClear, views, actions, empty, csv } = props;
  const { choosing } = props;
  const columns = useColumns(props.name, props.columns);
  const narrow = useNarrow();
  const hasRows = list.data === undefined || list.data.total > 0;
  const sort = search.sort ?? props.defaultSort;

  return (
    <Screen title={title} lead={lead} above={above} views={views} actions={actions}>
      {props.intro}
      {(hasRows || filtered) && (
        <Filters
          first={
            <SearchField
              value={search.search ?? ''}
              hint={props.searchHint}
              onChange={(text) => {
                onSearch({ search: text || undefined, page: undefined });
              }}
            />
          }
          last={<CsvMenu href={csv} name={title} ml={{ sm: 'auto' }} />}
        >
          {filters}
          <FilterMenu list={props.name} />
          {narrow ? (
            <SortSelect
              columns={props.columns}
              sort={sort}
              onSort={(next) => {
                onSearch({ sort: next, page: undefined });
              }}
            />
          ) : (
            <ColumnMenu columns={columns} />
          )}
        </Filters>
      )}
      <Loaded query={list} skeleton={<ListSkeleton />}>
        {(page) =>
          props.instead && page.total > 0 ? (
            props.instead
          ) : page.items.length === 0 ? (
            <Paper withBorder radius="md">
              {page.total > 0 ? (
                <Empty
                  picture="page"
                  title={texts.list.pastEnd}
                  action={
                    <Button
                      variant="default"
                      onClick={() => {
                        onSearch({ page: undefined });
                      }}
                    >
                      {texts.list.toStart}
                    </Button>
                  }
                />
              ) : filtered ? (
                <Empty
                  picture="page"
                  title={texts.list.noMatch}
                  action={
                    <Button variant="default" onClick={onClear}>
                      {texts.list.clear}
                    </Button>
                  }
                />
              ) : (
                empty
              )}
            </Paper>
          ) : (
            <Stack gap="sm" className={list.isPlaceholderData ? 'renewing' : ''}>
              {narrow ? (
                <Cards
                  rows={page.items}
                  rowKey={props.rowKey}
                  card={(row) =>
                    choosing ? (
                      <ChooseBeside row={row} by={choosing}>
                        {props.card(row)}
                      </ChooseBeside>
                    ) : (
                      props.card(row)
                    )
                  }
                  label={title}
                />
              ) : (
                <Paper withBorder radius="md" className="tableFrame">
                  <DataTable
                    caption={title}
                    columns={columns}
                    rows={page.items}
                    rowKey={props.rowKey}
                    choosing={choosing}
                    sort={sort}
                    onSort={(next) => {
                      onSearch({ sort: next, page: undefined });
                    }}
                  />
                </Paper>
              )}
              <Paging page={page} onSearch={onSearch} />
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Cards<Row>(props: {
  rows: Row[];
  rowKey: (row: Row) => string;
  card: (row: Row) => ReactNode;
  label: string;
}) {
  return (
    <ul className="cards" aria-label={props.label}>
      {props.rows.map((row) => (
        <Paper component="li" withBorder radius="md" p="sm" key={props.rowKey(row)} className="card">
          {props.card(row)}
        </Paper>
      ))}
    </ul>
  );
}

function SortSelect<Row>(props: { columns: Column<Row>[]; sort: string; onSort: (sort: string) => void }) {
  const sortable = props.columns.filter((column) => column.sortable);
  const choices = sortable.flatMap((column) => [
    { value: column.id, label: `${column.header}, ${texts.list.ascending}` },
    { value: `-${column.id}`, label: `${column.header}, ${texts.list.descending}` },
  ]);
  return (
    <Select
      label={texts.list.sortBy}
      data={choices}
      value={props.sort}
      allowDeselect={false}
      onChange={(value) => {
        if (value) props.onSort(value);
      }}
      flex="1 1 160px"
    />
  );
}

function ListSkeleton() {
  return (
    <Paper withBorder radius="md" p="md" role="status" aria-label={texts.common.loading}>
      <Stack gap="md">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} height={16} radius="sm" />
        ))}
      </Stack>
    </Paper>
  );
}
