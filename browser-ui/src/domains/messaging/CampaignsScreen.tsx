import { Group, Paper, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Empty } from '../../shared/Empty';
import { moment } from '../../shared/format';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { Loaded, Screen, SkeletonLines } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import { CampaignProgress, CampaignState, Pages, through } from './CampaignParts';
import type { Campaign } from './commands';
import { useCampaigns } from './queries';

const route = getRouteApi('/signed-in/inbox/campaigns');

/** What was texted to many, and how far that is. */
export function CampaignsScreen() {
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useCampaigns({ page: page ?? 0, size: 25 });
  const toPeople = <ButtonLink to="/people">{texts.campaigns.toPeople}</ButtonLink>;
  return (
    <Screen
      title={texts.campaigns.title}
      lead={texts.campaigns.lead}
      above={
        <AnchorLink to="/inbox" size="sm">
          {texts.campaigns.back}
        </AnchorLink>
      }
      views={<CsvMenu href="/api/campaigns.csv" name={texts.campaigns.title} />}
      actions={toPeople}
    >
      <Loaded query={list} skeleton={<SkeletonLines />}>
        {(data) =>
          data.total === 0 ? (
            <Empty picture="people" title={texts.campaigns.emptyTitle} text={texts.campaigns.empty} />
          ) : (
            <Stack gap="sm">
              <ul className="cards" aria-label={texts.campaigns.title}>
                {data.items.map((campaign) => (
                  <CampaignCard key={campaign.id} campaign={campaign} />
                ))}
              </ul>
              <Pages
                page={data}
                go={(to) => {
                  void navigate({ search: to === undefined ? {} : { page: to } });
                }}
              />
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

function CampaignCard({ campaign }: { campaign: Campaign }) {
  const { business } = useSession();
  return (
    <Paper component="li" withBorder radius="md" p="sm" className="card">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="xs" miw={0}>
            <Link to="/inbox/campaigns/$campaignId" params={{ campaignId: campaign.id }} className="rowLink">
              {campaign.name}
            </Link>
            <CampaignState state={campaign.state} />
          </Group>
          <Text size="xs" c="dimmed">
            {moment(campaign.startedAt, business.timeZone)}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {campaign.body}
        </Text>
        <CampaignProgress campaign={campaign} />
        <Text size="xs" c="dimmed" className="figures">
          {texts.campaigns.through(through(campaign), campaign.counts.recipients)}
        </Text>
      </Stack>
    </Paper>
  );
}
