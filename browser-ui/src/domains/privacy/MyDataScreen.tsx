import { Button, Container, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, askFile } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { save } from '../../shared/files';
import { date, moment, money } from '../../shared/format';
import { tellProblem } from '../../shared/notices';
import { Facts, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { WrongForm } from './WrongForm';

export type HeldData = Answer<'/api/private-data/open', 'post'>;

const TEXTS_SHOWN = 20;
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a person sees who follows a private link to what a business has of them. */
export function MyDataScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  useDocumentTitle(`${texts.myData.document} · ${texts.product}`);
  const held = useQuery({
    queryKey: ['my-data', token],
    queryFn: () => ask('/api/private-data/open', { token }),
    retry: false,
    staleTime: Infinity,
  });
  return (
    <Container component="main" size="sm" py="xl" px="sm">
      {held.error ? (
        <Paper withBorder radius="lg" p={{ base: 'md', sm: 'xl' }}>
          <Empty picture="page" title={texts.myData.gone} text={texts.myData.goneHint} />
        </Paper>
      ) : held.data ? (
        <Held token={token} held={held.data} />
      ) : (
        <SkeletonLines />
      )}
    </Container>
  );
}

function Held({ token, held }: { token: string; held: HeldData }) {
  const download = useMutation({
    mutationFn: () => askFile('/api/private-data/download', { token }),
    onSuccess: (file) => {
      save(file, texts.myData.file);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {texts.myData.title(held.business)}
        </Title>
        <Text c="dimmed" size="sm">
          {texts.myData.lead(date(held.goodUntil))}
        </Text>
        {held.restricted && (
          <Text size="sm" mt="xs">
            {texts.myData.restricted}
          </Text>
        )}
      </div>
      <Group>
        <Button
          loading={download.isPending}
          onClick={() => {
            download.mutate();
          }}
        >
          {texts.myData.download}
        </Button>
      </Group>
      {held.cards.map((card, index) => (
        <Part key={index} title={texts.myData.you}>
          <Facts
            facts={[
              [texts.myData.name, card.name],
              [texts.myData.phones, of(card, 'PHONE')],
              [texts.myData.emails, of(card, 'EMAIL')],
              [texts.myData.addresses, card.addresses.map(({ address }) => addressLine(address)).join('; ')],
              [texts.myData.tags, card.tags.join(', ')],
              ...card.fields.map(({ name, value }) => [name, value] as const),
              [texts.myData.source, card.leadSource],
              [texts.myData.since, moment(card.registeredAt, ZONE)],
              [texts.myData.doNotBuy, index === 0 ? held.doNotBuyFor : undefined],
            ]}
          />
        </Part>
      ))}
      <Said held={held} />
      <Deals held={held} />
      <Texts held={held} />
      {held.files.length > 0 && (
        <Part title={texts.myData.files}>
          <Text size="sm" mb="xs">
            {texts.myData.filesText(held.files.length)}
          </Text>
          <Files token={token} files={held.files} />
        </Part>
      )}
      <Part title={texts.myData.requests}>
        <List size="sm">
          {held.requests.map((request, index) => (
            <List.Item key={index}>
              {texts.privacy.kinds[request.kind]}, {date(request.receivedOn)}:{' '}
              {request.over ? texts.myData.requestOver : texts.myData.requestOpen}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={held.correctionSent ? texts.myData.sent : texts.myData.wrong}>
        {held.correctionSent ? <Text size="sm">{texts.myData.sentText}</Text> : <WrongForm token={token} held={held} />}
      </Part>
    </Stack>
  );
}

/** Each to be taken along. */
function Files({ token, files }: { token: string; files: HeldData['files'] }) {
  const fetching = useMutation({
    mutationFn: async (file: HeldData['files'][number]) => {
      save(
        await askFile('/api/private-data/file', { token, fileId: file.id }),
        `${file.id}.${file.kind.toLowerCase()}`,
      );
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Group gap="xs">
      {files.map((file) => (
        <Button
          key={file.id}
          size="compact-sm"
          variant="default"
          loading={fetching.isPending && fetching.variables.id === file.id}
          onClick={() => {
            fetching.mutate(file);
          }}
        >
          {texts.myData.fetchFile(file.kind, moment(file.attachedAt, ZONE))}
        </Button>
      ))}
    </Group>
  );
}

function Said({ held: { notes, tasks, payoutHandles } }: { held: HeldData }) {
  return (
    <>
      {notes.length > 0 && (
        <Part title={texts.myData.notes}>
          <List size="sm">
            {notes.map((note, index) => (
              <List.Item key={index} style={{ overflowWrap: 'anywhere' }}>
                {note.text}
              </List.Item>
            ))}
          </List>
        </Part>
      )}
      {tasks.length > 0 && (
        <Part title={texts.myData.tasks}>
          <List size="sm">
            {tasks.map((task, index) => (
              <List.Item key={index}>
                {task.text}, {date(task.dueOn)}
              </List.Item>
            ))}
          </List>
        </Part>
      )}
      {payoutHandles.length > 0 && (
        <Part title={texts.myData.handles}>
          <List size="sm">
            {payoutHandles.map(({ kind, handle }) => (
              <List.Item key={`${kind} ${handle}`}>
                {texts.handles.kinds[kind]}: {handle}
              </List.Item>
            ))}
          </List>
        </Part>
      )}
    </>
  );
}

function Deals({ held: { deals } }: { held: HeldData }) {
  if (deals.length === 0) return null;
  return (
    <Part title={texts.myData.deals}>
      <Stack gap="md">
        {deals.map((deal, index) => (
          <div key={index}>
            <Group justify="space-between" gap="sm">
              <Text size="sm" fw={600}>
                {texts.myData.deal(
                  texts.deals.states[deal.state as keyof typeof texts.deals.states],
                  deal.dealtOn ? date(deal.dealtOn) : '',
                )}
              </Text>
              <Text size="sm" className="figures">
                {money(deal.agreed ?? deal.quoted)}
              </Text>
            </Group>
            {deal.lines.map((line, place) => (
              <Text key={place} size="sm" c="dimmed">
                {line.quantity} × {line.item}, {money(line.total)}
              </Text>
            ))}
            {deal.attestedOn && deal.attestationVersion && (
              <Text size="xs" c="dimmed">
                {texts.myData.attested(date(deal.attestedOn))}
              </Text>
            )}
            {deal.note && <Text size="sm">{deal.note}</Text>}
          </div>
        ))}
      </Stack>
    </Part>
  );
}

function Texts({ held }: { held: HeldData }) {
  const shown = held.texts.slice(-TEXTS_SHOWN);
  if (shown.length === 0) return null;
  return (
    <Part title={texts.myData.texts}>
      <Stack gap="xs">
        {shown.map((text, index) => (
          <div key={index}>
            <Text size="xs" c="dimmed">
              {text.incoming ? texts.myData.yours : texts.myData.theirs}, {moment(text.at, ZONE)}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
              {text.body}
              {text.pictures > 0 && ` (${texts.myData.pictures(text.pictures)})`}
            </Text>
          </div>
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt="xs">
        {texts.myData.textsShown(shown.length, held.texts.length)}
      </Text>
    </Part>
  );
}

/** No section of a signed-in screen: who sees it has no session. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

const of = (card: HeldData['cards'][number], kind: 'PHONE' | 'EMAIL') =>
  card.contacts
    .filter((contact) => contact.kind === kind)
    .map(({ value }) => value)
    .join(', ');

const addressLine = (address: HeldData['cards'][number]['addresses'][number]['address']) =>
  [address.line1, address.line2, address.city, address.region, address.postalCode, address.country]
    .filter(Boolean)
    .join(', ');
