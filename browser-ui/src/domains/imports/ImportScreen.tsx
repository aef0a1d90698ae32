import { Button, Group, Paper, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { number } from '../../shared/format';
import { Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { BadRows } from './BadRows';
import { useStartImport } from './commands';
import { ImportState } from './ImportsScreen';
import { useImport, useImportRows } from './queries';
import { AnchorLink, ButtonLink } from '../../shared/links';

type Import = Answer<'/api/imports/{id}'>;

const PREVIEW_ROWS = 5;

const route = getRouteApi('/signed-in/imports/$importId');

/** One file on its way into the books: looked at, started, watched, done. */
export function ImportScreen() {
  const { importId } = route.useParams();
  const one = useImport(importId);
  const start = useStartImport();
  return (
    <Loaded query={one} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={data.fileName}
          above={
            <AnchorLink to="/imports" size="sm">
              {texts.imports.title}
            </AnchorLink>
          }
          badge={<ImportState state={data.state} />}
          actions={
            data.state === 'PREVIEWED' ? (
              <Button
                disabled={data.goodRows === 0}
                loading={start.pending}
                onClick={() => {
                  start.run(data);
                }}
              >
                {texts.imports.start(data.goodRows)}
              </Button>
            ) : (
              data.state === 'FINISHED' && (
                <ButtonLink to="/imports" variant="default">
                  {texts.imports.startAnother}
                </ButtonLink>
              )
            )
          }
        >
          {start.problem && <ProblemBanner problem={start.problem} />}
          {data.state === 'RUNNING' && <Running running={data} />}
          {data.state === 'FINISHED' && <Finished finished={data} />}
          <Counts preview={data} />
          {data.badRows > 0 && <BadRows preview={data} />}
          {data.state === 'PREVIEWED' && <Mapping preview={data} />}
          {data.state === 'PREVIEWED' && data.goodRows > 0 && <GoodRows preview={data} />}
        </Screen>
      )}
    </Loaded>
  );
}

function Running({ running }: { running: Import }) {
  const share = running.goodRows > 0 ? (running.done / running.goodRows) * 100 : 0;
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{texts.imports.runningTitle}</Text>
        <Text size="sm" className="figures" role="status">
          {texts.imports.running(running.done, running.goodRows)}
        </Text>
      </Group>
      <Progress value={share} aria-label={texts.imports.progress} size="lg" transitionDuration={400} />
      <Text size="sm" c="dimmed" mt="xs">
        {texts.imports.runningHint}
      </Text>
    </Paper>
  );
}

function Finished({ finished }: { finished: Import }) {
  return (
    <Paper withBorder radius="md" p="md" role="status">
      <Group gap="sm" mb="sm" wrap="nowrap">
        <IconCircleCheck size={28} className="gain" aria-hidden />
        <div>
          <Title order={2} size="h4">
            {texts.imports.done}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.imports.doneText(finished.imported, finished.alreadyThere, finished.badRows)}
          </Text>
        </div>
      </Group>
      <Group gap="xs">
        <ButtonLink to="/reports">{texts.imports.seeReport}</ButtonLink>
        <ButtonLink to="/people" variant="default">
          {texts.imports.seePeople}
        </ButtonLink>
        <ButtonLink to="/deals" variant="default">
          {texts.imports.seeDeals}
        </ButtonLink>
      </Group>
    </Paper>
  );
}

function Counts({ preview }: { preview: Import }) {
  return (
    <SimpleGrid cols={3} spacing={{ base: 'xs', sm: 'md' }}>
      <Count label={texts.imports.rowsCount} value={preview.rows} />
      <Count label={texts.imports.good} value={preview.goodRows} />
      <Count label={texts.imports.bad} value={preview.badRows} />
    </SimpleGrid>
  );
}

function Count({ label, value }: { label: string; value: number }): ReactNode {
  return (
    <Paper withBorder radius="md" p={{ base: 'xs', sm: 'md' }} className="tile">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="tileFigure">{number(value)}</div>
    </Paper>
  );
}

function Mapping({ preview }: { preview: Import }) {
  return (
    <Section title={texts.imports.mapping}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.imports.mappingHint}
      </Text>
      <dl className="facts">
        {preview.columns.map(({ column, means }) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd className={means ? '' : 'dimmed'}>
              {means ? (texts.imports.meanings[means] ?? means) : texts.imports.ignored}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function GoodRows({ preview }: { preview: Import }) {
  const rows = useImportRows(preview.id, 'good', 0, PREVIEW_ROWS);
  const columns = preview.columns.filter(({ means }) => means);
  return (
    <Section title={texts.imports.goodTitle}>
      <Loaded query={rows} skeleton={<SkeletonLines lines={4} />}>
        {(page) => (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {texts.imports.previewOf(page.items.length, page.total)}
            </Text>
            <div className="tableFrame">
              <Table className="dense" aria-label={texts.imports.goodTitle}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{texts.imports.row}</Table.Th>
                    {columns.map(({ column }) => (
                      <Table.Th key={column}>{column}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {page.items.map(({ row, values }) => (
                    <Table.Tr key={row}>
                      <Table.Td className="figures dimmed">{row}</Table.Td>
                      {columns.map(({ column }) => (
                        <Table.Td key={column} className="figures">
                          {values[column]}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
