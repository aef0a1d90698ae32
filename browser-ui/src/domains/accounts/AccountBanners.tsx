import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { tell, tellProblem } from '../../shared/notices';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import { askConfirmation, reopenAccount } from './commands';
import { SimulatorNote } from './SimulatorNote';
import { SupportBanners } from './SupportBanners';

/** Above every screen: what the account still needs, or that it is closed. */
export function AccountBanners() {
  const { confirmed, email, business } = useSession();
  return (
    <>
      <SupportBanners />
      {business.erasedOn ? (
        <ClosedBanner erasedOn={business.erasedOn} />
      ) : (
        !confirmed && <ConfirmBanner email={email} />
      )}
    </>
  );
}

function ConfirmBanner({ email }: { email: string }) {
  const asking = useMutation({
    mutationFn: askConfirmation,
    onSuccess: () => {
      tell(texts.access.resent);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Alert color="yellow" variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm">{texts.access.banner}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {texts.access.bannerHint(email)}
          </Text>
          <SimulatorNote />
        </div>
        <Button
          size="compact-sm"
          variant="default"
          loading={asking.isPending}
          onClick={() => {
            asking.mutate();
          }}
        >
          {texts.access.resend}
        </Button>
      </Group>
    </Alert>
  );
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
