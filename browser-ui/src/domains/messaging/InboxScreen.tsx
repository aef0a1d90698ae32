import { Badge, Box, Button, Grid, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconMessagePlus, IconSpeakerphone } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { moment, phone } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import { Loaded, Screen, SkeletonLines } from '../../shared/Screen';
import { useMay, useSession } from '../../shared/session';
import { texts } from '../../texts';
import { ConversationPanel } from './ConversationPanel';
import { NewText } from './NewText';
import { useConversations, useTwilioConnection } from './queries';

type Row = Item<'/api/conversations'>;

const route = getRouteApi('/signed-in/inbox');

/** Who wrote? */
export function InboxScreen() {
  const { show, open, number } = route.useSearch();
  const navigate = route.useNavigate();
  const connection = useTwilioConnection();
  const list = useConversations({
    ...(show === 'unseen' ? { unseen: true } : {}),
    ...(show === 'review' ? { toReview: true } : {}),
    size: 100,
  });
  const go = (to: { open?: string; number?: string }) => {
    void navigate({ search: (before) => ({ ...(before.show ? { show: before.show } : {}), ...to }) });
  };
  // Who was texted before is answered in their conversation.
  const shown = open ?? list.data?.items.find((row) => number !== undefined && row.number === number)?.id;
  const reading = shown !== undefined || number !== undefined;
  return (
    <Screen
      title={texts.inbox.title}
      views={
        <ButtonLink to="/inbox/campaigns" variant="default" leftSection={<IconSpeakerphone size={16} aria-hidden />}>
          {texts.campaigns.title}
        </ButtonLink>
      }
      actions={
        <Button
          leftSection={<IconMessagePlus size={16} aria-hidden />}
          onClick={() => {
            go({ number: '' });
          }}
        >
          {texts.inbox.write}
        </Button>
      }
    >
      {connection.data?.connected === false && <NotConnected />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5, lg: 4 }} {...(reading ? { visibleFrom: 'md' as const } : {})}>
          <Stack gap="sm">
            <SegmentedControl
              fullWidth
              aria-label={texts.inbox.show}
              data={[
                { value: 'all', label: texts.inbox.all },
                { value: 'unseen', label: texts.inbox.unseen },
                { value: 'review', label: texts.inbox.review },
              ]}
              value={show ?? 'all'}
              onChange={(value) => {
                void navigate({
                  search: value === 'all' ? {} : { show: value },
                  replace: true,
                });
              }}
            />
            <Loaded query={list} skeleton={<SkeletonLines />}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty picture="calm" title={texts.inbox.empty[show ?? 'all']} text={texts.inbox.emptyHint} />
                ) : (
                  <Paper withBorder radius="md" component="ul" className="rows" p="xs" m={0}>
                    {items.map((row) => (
                      <ConversationRow key={row.id} row={row} show={show} />
                    ))}
                  </Paper>
                )
              }
            </Loaded>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7, lg: 8 }}>
          {shown !== undefined ? (
            <ConversationPanel
              key={shown}
              id={shown}
              back={() => {
                go({});
              }}
            />
          ) : number !== undefined ? (
            <NewText
              key={number}
              number={number}
              done={(id) => {
                go({ open: id });
              }}
              back={() => {
                go({});
              }}
            />
          ) : (
            <Box visibleFrom="md">
              <Empty picture="people" title={texts.inbox.choose} />
            </Box>
          )}
        </Grid.Col>
      </Grid>
    </Screen>
  );
}

function NotConnected() {
  const administers = useMay('administer');
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{administers ? texts.inbox.notConnected : texts.inbox.notConnectedStaff}</Text>
        {administers && (
          <ButtonLink to="/settings" size="compact-sm" variant="light">
            {texts.inbox.connect}
          </ButtonLink>
        )}
      </Group>
    </Paper>
  );
}

function ConversationRow({ row, show }: { row: Row; show: 'unseen' | 'review' | undefined }) {
  const { business } = useSession();
  return (
    <li>
      <Link to="/inbox" search={{ ...(show ? { show } : {}), open: row.id }} className="conversationRow">
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text fw={row.unseen ? 700 : 500} truncate>
            {row.personName ?? phone(row.number)}
          </Text>
          <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
            {moment(row.lastAt, business.timeZone)}
          </Text>
        </Group>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm" c={row.unseen ? undefined : 'dimmed'} fw={row.unseen ? 600 : undefined} truncate>
            {row.lastIncoming ? '' : texts.inbox.you}
            {row.lastText ?? texts.inbox.pictures}
          </Text>
          <Group gap={4} wrap="nowrap">
            {row.toReview > 0 && (
              <Badge color="yellow" variant="light" tt="none">
                {texts.inbox.reviewBadge}
              </Badge>
            )}
            {row.optedOut && (
              <Badge color="red" variant="light" tt="none">
                {texts.inbox.optedOutBadge}
              </Badge>
            )}
            {row.unseen && <Badge tt="none">{texts.inbox.newBadge}</Badge>}
          </Group>
        </Group>
      </Link>
    </li>
  );
}
