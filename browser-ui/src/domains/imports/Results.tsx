import { Button, Pagination, SegmentedControl, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { number } from '../../shared/format';
import { Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { Tile } from '../../shared/Tile';
import { texts } from '../../texts';
import { useImportResults, type Result } from './queries';

type Import = Answer<'/api/imports/{id}'>;

const PAGE = 25;
const RESULTS: Result[] = ['MADE', 'CHANGED', 'UNCHANGED', 'SKIPPED', 'REFUSED'];
const words = texts.imports;

/** What became of the rows, or would become of them, and why. */
export function Results({ one }: { one: Import }) {
  const [result, setResult] = useState<Result>();
  const [page, setPage] = useState(0);
  const names = one.state === 'PREVIEWED' ? words.foreseen : words.resultNames;
  const rows = useImportResults(one.id, { page, size: PAGE, ...(result ? { result } : {}) });
  const counts: Record<Result, number> = {
    MADE: one.counts.made,
    CHANGED: one.counts.changed,
    UNCHANGED: one.counts.unchanged,
    SKIPPED: one.counts.skipped,
    REFUSED: one.counts.refused,
  };
  const some = RESULTS.filter((each) => counts[each] > 0);
  return (
    <Section
      title={one.state === 'PREVIEWED' ? words.checkTitle : words.results}
      aside={
        <Button
          component="a"
          href={address('/api/imports/{id}/report.csv', { id: one.id })}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {words.report}
        </Button>
      }
    >
      <Stack gap="sm">
        {one.state === 'PREVIEWED' && (
          <Text size="sm" c="dimmed">
            {words.checkHint}
          </Text>
        )}
        <SimpleGrid cols={{ base: 2, sm: Math.max(some.length, 2) }} spacing="xs">
          {some.map((each) => (
            <Tile key={each} label={names[each]} figure={number(counts[each])} />
          ))}
        </SimpleGrid>
        {some.length > 1 && (
          <div className="tableFrame">
            <SegmentedControl
              size="xs"
              aria-label={words.result}
              value={result ?? ''}
              data={[
                { value: '', label: words.all },
                ...some.map((each) => ({ value: each, label: words.resultNames[each] })),
              ]}
              onChange={(value) => {
                setResult(value === '' ? undefined : value);
                setPage(0);
              }}
            />
          </div>
        )}
        <Loaded query={rows} skeleton={<SkeletonLines lines={4} />}>
          {(found) => (
            <>
              <div className="tableFrame">
                <Table className="dense" aria-label={words.results}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{words.row}</Table.Th>
                      <Table.Th>{words.result}</Table.Th>
                      <Table.Th>{words.reason}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {found.items.map((row) => (
                      <Table.Tr key={row.row}>
                        <Table.Td className="figures">{row.row}</Table.Td>
                        <Table.Td>
                          {names[row.result]}
                          {row.takenBack !== undefined && (
                            <Text span size="sm" c="dimmed">
                              {`, ${row.takenBack ? words.takenBack : words.kept}`}
                            </Text>
                          )}
                        </Table.Td>
                        <Table.Td className="wrap">{row.keptReason ?? row.reason}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </div>
              {found.total > PAGE && (
                <Pagination
                  size="sm"
                  total={Math.ceil(found.total / PAGE)}
                  value={page + 1}
                  onChange={(next) => {
                    setPage(next - 1);
                  }}
                />
              )}
            </>
          )}
        </Loaded>
      </Stack>
    </Section>
  );
}
