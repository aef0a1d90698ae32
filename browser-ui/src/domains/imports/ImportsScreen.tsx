import { Anchor, Badge, Button, FileButton, Stack, Table, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { moment, number } from '../../shared/format';
import { Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { texts } from '../../texts';
import { BringArchive } from './BringArchive';
import { useUpload } from './commands';
import { useArchives, useImports, useMembers } from './queries';

const MOST_BYTES = 5 * 1024 * 1024;

export function ImportsScreen() {
  const imports = useImports();
  const writes = useMay('write');
  const administers = useMay('administer');
  return (
    <Screen title={texts.imports.title} lead={texts.imports.lead}>
      {writes && <DropZone />}
      {imports.data && imports.data.items.length > 0 && <Earlier imports={imports.data.items} />}
      <BroughtArchives />
      {administers && <BringArchive />}
    </Screen>
  );
}

/** Which archives came in, and by whom? */
function BroughtArchives() {
  const { timeZone } = useBusiness();
  const archives = useArchives();
  const members = useMembers();
  if (!archives.data || archives.data.length === 0) return null;
  return (
    <Section title={texts.archives.brought}>
      <Stack gap="sm">
        {archives.data.map((archive) => (
          <div key={archive.broughtAt}>
            <Text size="sm">
              {moment(archive.broughtAt, timeZone)} ·{' '}
              {members.data?.find(({ id }) => archive.broughtBy === `user:${id}`)?.email ?? texts.archives.somebody}
            </Text>
            <Text size="xs" c="dimmed">
              {texts.archives.broughtText(archive.entered, archive.events, archive.files)}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function DropZone() {
  const upload = useUpload();
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();

  const take = (file: File | null | undefined) => {
    if (!file) return;
    const refusal = whyNot(file);
    setRefused(refusal);
    if (refusal) return;
    upload.run(file, (done) => void navigate({ to: '/imports/$importId', params: { importId: done.id } }));
  };

  return (
    <Stack gap="sm">
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <IconUpload size={28} stroke={1.5} aria-hidden />
        <Text fw={600}>{upload.pending ? texts.imports.uploading : texts.imports.drop}</Text>
        <Text size="sm" c="dimmed">
          {texts.imports.limit}
        </Text>
        <FileButton onChange={take} accept=".csv,text/csv" inputProps={{ 'aria-label': texts.imports.choose }}>
          {(props) => (
            <Button {...props} loading={upload.pending} mt="xs">
              {texts.imports.choose}
            </Button>
          )}
        </FileButton>
        <Anchor size="sm" href={address('/api/samples/ledger.csv')} download mt={4}>
          {texts.imports.sample}
        </Anchor>
      </div>
      {refused && (
        <Text size="sm" c="red" role="alert">
          {refused}
        </Text>
      )}
      {upload.problem && !refused && <ProblemBanner problem={upload.problem} />}
    </Stack>
  );
}

/** What can be said of a file before it is sent. */
function whyNot(file: File): string | undefined {
  if (file.size > MOST_BYTES) return texts.imports.tooLarge;
  return /\.(csv|txt|tsv)$/i.test(file.name) || file.type.startsWith('text/') ? undefined : texts.imports.notCsv;
}

function Earlier({ imports }: { imports: Item<'/api/imports'>[] }) {
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.imports.earlier}>
      <div className="tableFrame">
        <Table className="dense" aria-label={texts.imports.earlier}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.imports.file}</Table.Th>
              <Table.Th visibleFrom="sm">{texts.imports.subject}</Table.Th>
              <Table.Th>{texts.imports.state}</Table.Th>
              <Table.Th className="right">{texts.imports.rows}</Table.Th>
              <Table.Th>{texts.imports.uploadedAt}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((one) => (
              <Table.Tr key={one.id} className="row">
                <Table.Td>
                  <Link to="/imports/$importId" params={{ importId: one.id }} className="rowLink">
                    {one.fileName}
                  </Link>
                </Table.Td>
                <Table.Td visibleFrom="sm">{texts.imports.subjects[one.subject]}</Table.Td>
                <Table.Td>
                  <ImportState state={one.state} />
                </Table.Td>
                <Table.Td className="right figures">{number(one.rows)}</Table.Td>
                <Table.Td className="figures">{moment(one.uploadedAt, timeZone)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}

const STATE_COLORS = {
  PREVIEWED: 'blue',
  CHECKING: 'orange',
  RUNNING: 'orange',
  FINISHED: 'green',
  UNDOING: 'orange',
  UNDONE: 'gray',
} as const;

export function ImportState({ state }: { state: Item<'/api/imports'>['state'] }) {
  return (
    <Badge variant="light" color={STATE_COLORS[state]} radius="sm" tt="none">
      {texts.imports.states[state]}
    </Badge>
  );
}
