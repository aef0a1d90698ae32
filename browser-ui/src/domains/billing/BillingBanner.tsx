import { Alert, Group, Text } from '@mantine/core';
import { moment } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import { useMay, useSession } from '../../shared/session';
import { texts } from '../../texts';
import { useSubscription, type Subscription } from './queries';

const DAY_MS = 86_400_000;
/** The end of a trial is spoken of from then on. */
const SOON_DAYS = 7;

/** Above every screen: that a payment is missing, that a trial ends soon, or that nothing can be entered any more. */
export function BillingBanner() {
  const subscription = useSubscription();
  const administers = useMay('administer');
  const { business } = useSession();
  if (!subscription.data || business.closedOn) return null;
  const said = sentence(subscription.data, business.timeZone);
  if (!said) return null;
  return (
    <Alert color={said.color} variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {said.text} {!administers && texts.billing.askOwner}
        </Text>
        {administers && (
          <ButtonLink to="/settings/billing" size="compact-sm" variant="default">
            {texts.billing.toBilling}
          </ButtonLink>
        )}
      </Group>
    </Alert>
  );
}

function sentence({ access, onTrial, readOnlyFrom, current }: Subscription, timeZone: string) {
  switch (access) {
    case 'READ_ONLY':
      return { color: 'red', text: texts.billing.readOnly };
    case 'BILLING_ONLY':
      return { color: 'red', text: texts.billing.firstPaymentMissing };
    case 'GRACE':
      return {
        color: 'orange',
        text: texts.billing.owed(readOnlyFrom ? moment(readOnlyFrom, timeZone) : undefined),
      };
    case 'FULL':
      // The trial may cover what isn't paid; it is owed all the same.
      if (current?.status === 'PAST_DUE') return { color: 'orange', text: texts.billing.owed(undefined) };
      return onTrial && readOnlyFrom && Date.parse(readOnlyFrom) - Date.now() < SOON_DAYS * DAY_MS
        ? { color: 'blue', text: texts.billing.trialEnds(moment(readOnlyFrom, timeZone)) }
        : undefined;
  }
}
