import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell, tellProblem } from '../../shared/notices';
import { useMay, useSession } from '../../shared/session';
import { texts } from '../../texts';
import { leaveSupport, useRevokeSupport } from './commands';
import { useSupport } from './queries';

/** Above every screen: that the service's staff is let in, to those of the business and to whoever is in. */
export function SupportBanners() {
  return useSession().support ? <VisitorBanner /> : <LetInBanner />;
}

function VisitorBanner() {
  const { business, support } = useSession();
  const leaving = useMutation({
    mutationFn: leaveSupport,
    onSuccess: () => {
      // Nothing that was seen here stays in memory.
      window.location.assign('/operator');
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  if (!support) return null;
  return (
    <Alert color="orange" variant="filled" mb="md" role="status" className="supportBanner">
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600}>
          {texts.support.visiting(business.name, support.mayWrite, moment(support.until, business.timeZone))}
        </Text>
        <Button
          size="compact-sm"
          variant="white"
          color="dark"
          loading={leaving.isPending}
          onClick={() => {
            leaving.mutate();
          }}
        >
          {texts.support.leave}
        </Button>
      </Group>
    </Alert>
  );
}

function LetInBanner() {
  const sessions = useSupport();
  const { business } = useSession();
  const administers = useMay('administer');
  const revoke = useRevokeSupport();
  const open = sessions.data?.find(({ over }) => !over);
  if (!open) return null;
  const inside = open.visits.some(({ leftAt }) => !leftAt);
  return (
    <Alert color="orange" variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {texts.support.letIn(inside, open.mayWrite, moment(open.goodUntil, business.timeZone))}{' '}
          <AnchorLink to="/settings/support" size="sm">
            {texts.support.details}
          </AnchorLink>
        </Text>
        {administers && (
          <Button
            size="compact-sm"
            variant="default"
            loading={revoke.pending}
            onClick={() => {
              revoke.run(open, () => {
                tell(texts.support.revoked);
              });
            }}
          >
            {texts.support.revoke}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
