import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { money, moment } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { PlainTable, ShortId } from './parts';
import { useSubscriptions } from './queries';

/** Who pays, who doesn't, and of whom a payment is in doubt? */
export function SubscriptionsScreen() {
  const subscriptions = useSubscriptions();
  const { timeZone } = useBusiness();
  const at = (instant: string | undefined) => (instant ? moment(instant, timeZone) : '');
  return (
    <Screen title={texts.operator.subscriptions} lead={texts.operator.subscriptionsLead}>
      <Section title={texts.operator.subscriptions}>
        <Loaded query={subscriptions}>
          {(all) => (
            <PlainTable
              label={texts.operator.subscriptions}
              columns={texts.operator.subscriptionColumns}
              rows={all}
              none={texts.operator.noBusinesses}
              keyOf={({ id }) => id}
              cells={(each) => [
                each.name,
                <ShortId key="id" id={each.id} />,
                texts.billing.access[each.access],
                each.status ? texts.billing.statuses[each.status] : '',
                each.plan ? (texts.billing.planNames[each.plan] ?? each.plan) : '',
                each.owed ? money(each.owed) : '',
                at(each.cancelsAt ?? each.periodEndsAt ?? each.trialEndsAt),
                <Group key="marks" gap={4}>
                  {each.disputed && <Mark>{texts.operator.disputed}</Mark>}
                  {each.stuck && <Mark>{texts.operator.invoiceStuck}</Mark>}
                  {each.doubledAt && <Mark>{texts.operator.subscribedTwice(at(each.doubledAt))}</Mark>}
                </Group>,
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Screen>
  );
}

/** What somebody should look at. */
function Mark({ children }: { children: ReactNode }) {
  return (
    <Badge color="orange" variant="light" tt="none">
      {children}
    </Badge>
  );
}
