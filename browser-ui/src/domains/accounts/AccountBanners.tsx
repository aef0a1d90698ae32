import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { tell, tellProblem } from '../../shared/notices';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import { acknowledgePolicy, chooseOptionalMail, reopenAccount } from './commands';
import { useDeliverySchedules } from './queries';
import { SupportBanners } from './SupportBanners';

/** Above every screen: who else is in the account, or that it is closed. */
export function AccountBanners() {
  const { business, policyVersion, policyInForce, support, role, mailFault } = useSession();
  return (
    <>
      {role !== 'OPERATOR' && <SupportBanners />}
      {!support && policyVersion < policyInForce && <PolicyBanner version={policyInForce} />}
      {!support && mailFault && <MailBanner fault={mailFault} />}
      {!support && role !== 'OPERATOR' && <DeliveryBanner />}
      {business.erasedOn && <ClosedBanner erasedOn={business.erasedOn} />}
    </>
  );
}

/** The policy changed since the user agreed to it. */
function PolicyBanner({ version }: { version: string }) {
  const queries = useQueryClient();
  const acknowledging = useMutation({
    mutationFn: () => acknowledgePolicy(version, queries),
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Alert color="blue" variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {texts.policy.changed(version)} <AnchorLink to="/policy">{texts.policy.read}</AnchorLink>
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={acknowledging.isPending}
          onClick={() => {
            acknowledging.mutate();
          }}
        >
          {texts.policy.acknowledge}
        </Button>
      </Group>
    </Alert>
  );
}

/** Mails don't get to the user. */
function MailBanner({ fault }: { fault: 'BOUNCED' | 'COMPLAINED' }) {
  const { email, role } = useSession();
  const queries = useQueryClient();
  const welcoming = useMutation({
    mutationFn: () => chooseOptionalMail(queries, true),
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Alert color="orange" variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {texts.mails.banner[fault](email)}
        </Text>
        {fault === 'COMPLAINED' ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={welcoming.isPending}
            onClick={() => {
              welcoming.mutate();
            }}
          >
            {texts.mails.wanted}
          </Button>
        ) : (
          role !== 'OPERATOR' && (
            <ButtonLink to="/settings" size="compact-sm" variant="default">
              {texts.mails.change}
            </ButtonLink>
          )
        )}
      </Group>
    </Alert>
  );
}

/** What should have come by itself and didn't. */
function DeliveryBanner() {
  const schedules = useDeliverySchedules();
  return schedules.data
    ?.filter(({ last }) => last?.stage === 'FAILED')
    .map(({ id, name }) => (
      <Alert key={id} color="red" variant="light" mb="md" role="status">
        <Group justify="space-between" gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {texts.deliveries.banner(name)}
          </Text>
          <ButtonLink to="/settings/deliveries" size="compact-sm" variant="default">
            {texts.deliveries.bannerLink}
          </ButtonLink>
        </Group>
      </Alert>
    ));
}

function ClosedBanner({ erasedOn }: { erasedOn: string }) {
  const queries = useQueryClient();
  const reopening = useMutation({
    mutationFn: () => reopenAccount(queries),
    onSuccess: () => {
      tell(texts.access.reopened);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Alert color="red" variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{texts.access.closedBanner(erasedOn)}</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={reopening.isPending}
          onClick={() => {
            reopening.mutate();
          }}
        >
          {texts.access.reopen}
        </Button>
      </Group>
    </Alert>
  );
}
