import { Button, Pagination, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer, Item } from '../../api/types';
import { Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useImportRows } from './queries';

const PAGE = 25;

const route = getRouteApi('/signed-in/imports/$importId');

/** Rows that stay out, each with its number in the file, the column, the reason and what stood there. */
export function BadRows({ preview }: { preview: Answer<'/api/imports/{id}'> }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const rows = useImportRows(preview.id, 'bad', search.page ?? 0, PAGE);
  return (
    <Section
      title={texts.imports.badTitle(preview.badRows)}
      aside={
        <Button
          component="a"
          href={address('/api/imports/{id}/rows.csv', { id: preview.id }, { only: 'bad' })}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {texts.imports.downloadBad}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {texts.imports.badHint}
        </Text>
        <Loaded query={rows} skeleton={<SkeletonLines lines={4} />}>
          {(page) => (
            <>
              <div className="tableFrame">
                <Table className="dense" aria-label={texts.imports.bad}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{texts.imports.row}</Table.Th>
                      <Table.Th>{texts.imports.column}</Table.Th>
                      <Table.Th>{texts.imports.reason}</Table.Th>
                      <Table.Th visibleFrom="sm">{texts.imports.value}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>{page.items.map((row) => faultRows(row))}</Table.Tbody>
                </Table>
              </div>
              {page.total > PAGE && (
                <Pagination
                  size="sm"
                  total={Math.ceil(page.total / PAGE)}
                  value={page.page + 1}
                  onChange={(next) =>
                    void navigate({ search: next === 1 ? {} : { page: next - 1 }, resetScroll: false })
                  }
                />
              )}
            </>
          )}
        </Loaded>
      </Stack>
    </Section>
  );
}

function faultRows({ row, faults }: Item<'/api/imports/{id}/rows'>) {
  return faults.map((fault, index) => {
    const value = fault.value === '' ? <span className="dimmed">{texts.imports.emptyValue}</span> : fault.value;
    return (
      <Table.Tr key={`${String(row)} ${fault.column} ${String(index)}`}>
        <Table.Td className="figures">{index === 0 ? row : ''}</Table.Td>
        <Table.Td>{fault.column}</Table.Td>
        <Table.Td>
          {fault.reason}
          <Text size="sm" c="dimmed" hiddenFrom="sm" className="wrap">
            {value}
          </Text>
        </Table.Td>
        <Table.Td className="wrap" visibleFrom="sm">
          {value}
        </Table.Td>
      </Table.Tr>
    );
  });
}
