import { Button, Group, Modal, Paper, Progress, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { number } from '../../shared/format';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { BadRows } from './BadRows';
import { useCheckImport, useStartImport, useUndoImport } from './commands';
import { Ended } from './Ended';
import { ImportState } from './ImportsScreen';
import { isAtWork, useImport, useImportRows } from './queries';
import { Results } from './Results';
import { nameOf, Understanding } from './Understanding';

type Import = Answer<'/api/imports/{id}'>;

const PREVIEW_ROWS = 5;

const route = getRouteApi('/signed-in/imports/$importId');

/** One file on its way into the books: understood, looked at, tried, started, watched, done, and undone. */
export function ImportScreen() {
  const { importId } = route.useParams();
  const one = useImport(importId);
  const check = useCheckImport();
  const start = useStartImport();
  return (
    <Loaded query={one} skeleton={<SkeletonLines />}>
      {(data) => {
        const waits = data.state === 'PREVIEWED';
        const ready = waits && data.goodRows > 0 && data.missing.length === 0;
        const results =
          data.checked || data.state === 'FINISHED' || data.state === 'UNDOING' || data.state === 'UNDONE';
        return (
          <Screen
            title={data.fileName}
            above={
              <AnchorLink to="/imports" size="sm">
                {texts.imports.title}
              </AnchorLink>
            }
            badge={<ImportState state={data.state} />}
            actions={
              waits ? (
                <>
                  <Button
                    variant="default"
                    disabled={!ready}
                    loading={check.pending}
                    onClick={() => {
                      check.run(data);
                    }}
                  >
                    {texts.imports.check}
                  </Button>
                  <Button
                    disabled={!ready}
                    loading={start.pending}
                    onClick={() => {
                      start.run(data);
                    }}
                  >
                    {texts.imports.start(data.goodRows)}
                  </Button>
                </>
              ) : (
                !isAtWork(data.state) && (
                  <>
                    {data.state === 'FINISHED' && <Undo done={data} />}
                    <ButtonLink to="/imports" variant="default">
                      {texts.imports.startAnother}
                    </ButtonLink>
                  </>
                )
              )
            }
          >
            {check.problem && <ProblemBanner problem={check.problem} />}
            {start.problem && <ProblemBanner problem={start.problem} />}
            {isAtWork(data.state) && <AtWork title={texts.imports.jobs[data.state]} one={data} />}
            {data.state === 'FINISHED' && <Finished finished={data} />}
            {data.state === 'UNDONE' && (
              <Ended
                title={texts.imports.undone}
                text={texts.imports.undoneText(data.counts.takenBack, data.counts.kept)}
              />
            )}
            <Counts preview={data} />
            {results && <Results one={data} />}
            {waits && data.goodRows > 0 && <GoodRows preview={data} />}
            {data.badRows > 0 && data.missing.length === 0 && <BadRows preview={data} />}
            {waits && <Understanding seen={data} />}
          </Screen>
        );
      }}
    </Loaded>
  );
}

/** Asks once, says what stays, and undoes. */
function Undo({ done }: { done: Import }) {
  const [asked, { open, close }] = useDisclosure();
  const undo = useUndoImport();
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={open}>
        {texts.imports.undo}
      </Button>
      <Modal opened={asked} onClose={close} title={texts.imports.undoAsk}>
        <AreYouSure
          problem={undo.problem}
          pending={undo.pending}
          explained={texts.imports.undoText}
          submit={texts.imports.undo}
          onBack={close}
          onSubmit={() => {
            undo.run(done, close);
          }}
        />
      </Modal>
    </>
  );
}

function AtWork({ title, one }: { title: string; one: Import }) {
  const all = one.state === 'UNDOING' ? one.counts.made + one.counts.changed : one.goodRows;
  const share = all > 0 ? (one.counts.done / all) * 100 : 0;
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{title}</Text>
        <Text size="sm" className="figures" role="status">
          {texts.imports.running(one.counts.done, all)}
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
  const { made, changed, unchanged, skipped } = finished.counts;
  return (
    <Ended
      title={texts.imports.done}
      text={texts.imports.doneText(made + changed, unchanged + skipped, finished.badRows)}
    >
      <Group gap="xs">
        {finished.subject === 'DEALS' && (
          <>
            <ButtonLink to="/reports">{texts.imports.seeReport}</ButtonLink>
            <ButtonLink to="/deals" variant="default">
              {texts.imports.seeDeals}
            </ButtonLink>
          </>
        )}
        {(finished.subject === 'DEALS' || finished.subject === 'CUSTOMERS') && (
          <ButtonLink to="/people" variant="default">
            {texts.imports.seePeople}
          </ButtonLink>
        )}
        {(finished.subject === 'PRODUCTS' || finished.subject === 'PRICES') && (
          <ButtonLink to="/prices" variant="default">
            {finished.subject === 'PRODUCTS' ? texts.imports.seeProducts : texts.imports.seePrices}
          </ButtonLink>
        )}
        {finished.subject === 'EXPENSES' && (
          <ButtonLink to="/money" variant="default">
            {texts.imports.seeExpenses}
          </ButtonLink>
        )}
      </Group>
    </Ended>
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

function GoodRows({ preview }: { preview: Import }) {
  const rows = useImportRows(preview.id, 'good', 0, PREVIEW_ROWS);
  const taken = preview.columns.flatMap(({ means }) => (means ? [means] : []));
  return (
    <Section title={texts.imports.goodTitle}>
      <Loaded query={rows} skeleton={<SkeletonLines lines={4} />}>
        {(page) => (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {`${texts.imports.previewOf(page.items.length, page.total)}. ${texts.imports.previewHint}`}
            </Text>
            <div className="tableFrame">
              <Table className="dense" aria-label={texts.imports.goodTitle}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{texts.imports.row}</Table.Th>
                    {taken.map((word) => (
                      <Table.Th key={word}>{nameOf(preview, word)}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {page.items.map(({ row, entered }) => (
                    <Table.Tr key={row}>
                      <Table.Td className="figures dimmed">{row}</Table.Td>
                      {taken.map((word) => (
                        <Table.Td key={word} className="figures">
                          {entered[word]}
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
