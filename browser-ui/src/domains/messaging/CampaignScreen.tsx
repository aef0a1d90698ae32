import { Alert, Badge, Button, Group, Modal, Paper, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { moment, number } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts, twilioError } from '../../texts';
import { CampaignProgress, CampaignState, Pages, through } from './CampaignParts';
import { useCampaignStep, type Campaign } from './commands';
import { useCampaign, useCampaignRecipients } from './queries';

type Recipient = Item<'/api/campaigns/{id}/recipients'>;
type Result = Recipient['result'];

const route = getRouteApi('/signed-in/inbox/campaigns/$campaignId');

/** One campaign: how far it is, and what became of each one's text. */
export function CampaignScreen() {
  const { campaignId } = route.useParams();
  const campaign = useCampaign(campaignId);
  return (
    <Loaded query={campaign} skeleton={<SkeletonLines />}>
      {(data) => <Shown campaign={data} />}
    </Loaded>
  );
}

function Shown({ campaign }: { campaign: Campaign }) {
  const { business } = useSession();
  const step = useCampaignStep();
  const { counts } = campaign;
  const results: [Result, number][] = [
    ['PENDING', counts.pending],
    ['WAITING', counts.waiting],
    ['SENT', counts.sent],
    ['DELIVERED', counts.delivered],
    ['FAILED', counts.failed],
    ['BLOCKED', counts.blocked],
    ['CANCELLED', counts.cancelled],
    ['SKIPPED', counts.skipped],
  ];
  return (
    <Screen
      title={campaign.name}
      above={
        <AnchorLink to="/inbox/campaigns" size="sm">
          {texts.campaigns.title}
        </AnchorLink>
      }
      badge={<CampaignState state={campaign.state} />}
      actions={<Steps campaign={campaign} step={step} />}
    >
      {step.problem && <ProblemBanner problem={step.problem} />}
      {campaign.state === 'STOPPED' && (
        <Alert color="red" variant="light" role="alert">
          {texts.campaigns.stopped}
        </Alert>
      )}
      <Paper withBorder radius="md" p="md" component="section" aria-label={texts.campaigns.progress}>
        <Stack gap="sm">
          <Group justify="space-between" gap="xs">
            <Text fw={600}>{texts.campaigns.progress}</Text>
            <Text size="sm" className="figures" role="status">
              {texts.campaigns.through(through(campaign), counts.recipients)}
            </Text>
          </Group>
          <CampaignProgress campaign={campaign} />
          <Group gap="xs">
            {results
              .filter(([, people]) => people > 0)
              .map(([result, people]) => (
                <Badge key={result} variant="light" color={RESULT_COLORS[result]} radius="sm" tt="none">
                  {`${texts.campaigns.resultWords[result]}: ${number(people)}`}
                </Badge>
              ))}
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {campaign.body}
          </Text>
          <Facts
            facts={[
              [texts.campaigns.startedAt, moment(campaign.startedAt, business.timeZone)],
              [texts.campaigns.endedAt, campaign.endedAt && moment(campaign.endedAt, business.timeZone)],
              [texts.campaigns.perMinute, number(campaign.perMinute)],
              [texts.campaigns.partsSent, number(counts.parts)],
            ]}
          />
        </Stack>
      </Paper>
      <Recipients id={campaign.id} />
    </Screen>
  );
}

/** Has it wait or go on; ending it is asked for once more. */
function Steps({ campaign, step }: { campaign: Campaign; step: ReturnType<typeof useCampaignStep> }) {
  const [asked, { open, close }] = useDisclosure(false);
  const paused = campaign.state === 'PAUSED';
  if (!paused && campaign.state !== 'RUNNING') return null;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      <Button
        leftSection={<Icon size={16} aria-hidden />}
        loading={step.pending}
        onClick={() => {
          step.run({ campaign, step: paused ? 'resume' : 'pause' });
        }}
      >
        {paused ? texts.campaigns.resume : texts.campaigns.pause}
      </Button>
      <Button variant="default" onClick={open}>
        {texts.campaigns.cancel}
      </Button>
      <Modal opened={asked} onClose={close} title={texts.campaigns.cancelAsk}>
        <AreYouSure
          problem={step.problem}
          pending={step.pending}
          explained={texts.campaigns.cancelText}
          submit={texts.campaigns.cancel}
          back={texts.common.back}
          onBack={close}
          onSubmit={() => {
            step.run({ campaign, step: 'cancel' }, close);
          }}
        />
      </Modal>
    </>
  );
}

function Recipients({ id }: { id: string }) {
  const { page, result } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useCampaignRecipients(id, { ...(result ? { result } : {}), page: page ?? 0, size: 50 });
  return (
    <Section
      title={texts.campaigns.people}
      aside={
        <Group gap="xs">
          <CsvMenu
            href={address('/api/campaigns/{id}/recipients.csv', { id }, result ? { result } : {})}
            name={texts.campaigns.people}
            size="compact-md"
          />
          <Select
            aria-label={texts.campaigns.result}
            placeholder={texts.campaigns.everybody}
            clearable
            data={Object.entries(texts.campaigns.resultWords).map(([value, label]) => ({ value, label }))}
            value={result ?? null}
            onChange={(value) => {
              void navigate({ search: value ? { result: value as Result } : {}, replace: true });
            }}
          />
        </Group>
      }
    >
      <Loaded query={list} skeleton={<SkeletonLines />}>
        {(data) =>
          data.total === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.campaigns.nobody}
            </Text>
          ) : (
            <Stack gap="sm">
              <ul className="rows" aria-label={texts.campaigns.results}>
                {data.items.map((recipient) => (
                  <RecipientRow key={recipient.customerId} recipient={recipient} />
                ))}
              </ul>
              <Pages
                page={data}
                go={(to) => {
                  void navigate({
                    search: { ...(result ? { result } : {}), ...(to === undefined ? {} : { page: to }) },
                  });
                }}
              />
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

const RESULT_COLORS: Record<Result, string> = {
  PENDING: 'gray',
  WAITING: 'blue',
  SENT: 'teal',
  DELIVERED: 'green',
  FAILED: 'red',
  BLOCKED: 'red',
  CANCELLED: 'gray',
  SKIPPED: 'gray',
};

function RecipientRow({ recipient }: { recipient: Recipient }) {
  const { business } = useSession();
  const { result, heldUntil, errorCode, skipped, conversationId } = recipient;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <AnchorLink to="/people/$customerId" params={{ customerId: recipient.customerId }} size="sm" fw={500}>
          {recipient.name ?? texts.campaigns.somebody}
        </AnchorLink>
        <Group gap="xs">
          {conversationId && (
            <AnchorLink to="/inbox" search={{ open: conversationId }} size="xs">
              {texts.campaigns.conversation}
            </AnchorLink>
          )}
          <Badge variant="light" color={RESULT_COLORS[result]} radius="sm" tt="none">
            {texts.campaigns.resultWords[result]}
          </Badge>
        </Group>
      </Group>
      {result === 'WAITING' && heldUntil && (
        <Text size="xs" c="dimmed">
          {texts.campaigns.heldUntil(moment(heldUntil, business.timeZone))}
        </Text>
      )}
      {recipient.blockedFor.map((reason) => (
        <Text key={reason} size="xs">
          {texts.inbox.blocked[reason]}
        </Text>
      ))}
      {errorCode !== undefined && <Text size="xs">{twilioError(errorCode)}</Text>}
      {skipped && <Text size="xs">{texts.campaigns.skipped[skipped]}</Text>}
    </li>
  );
}
