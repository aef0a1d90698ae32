import { Badge, Button } from '@mantine/core';
import { moment, number } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { readDeliveriesAgain, readDeliveryAgain } from './commands';
import { PlainTable, ShortId } from './parts';
import { useUnreadDeliveries, type UnreadDelivery } from './queries';
import { useStep } from './step';

/** What did other services deliver that nobody could read? */
export function Deliveries() {
  const deliveries = useUnreadDeliveries();
  const { timeZone } = useBusiness();
  const reading = useStep(({ id }: UnreadDelivery) => readDeliveryAgain(id), texts.operator.deliveryRead);
  const readingAll = useStep<undefined>(() => readDeliveriesAgain(), texts.operator.deliveryRead);
  const someSetAside = deliveries.data?.some(({ state }) => state === 'SET_ASIDE') ?? false;
  return (
    <Section
      title={texts.operator.deliveries}
      aside={
        someSetAside && (
          <Button
            size="compact-sm"
            variant="default"
            loading={readingAll.isPending}
            onClick={() => {
              readingAll.mutate(undefined);
            }}
          >
            {texts.operator.readAll}
          </Button>
        )
      }
    >
      <Loaded query={deliveries}>
        {(all) => (
          <PlainTable
            label={texts.operator.deliveries}
            columns={texts.operator.deliveryColumns}
            rows={all}
            none={texts.operator.noDeliveries}
            keyOf={({ id }) => id}
            cells={(delivery) => [
              delivery.kind,
              delivery.provider,
              <Badge key="state" variant="light" color={delivery.state === 'PENDING' ? 'gray' : 'orange'} tt="none">
                {texts.operator.deliveryStates[delivery.state]}
              </Badge>,
              delivery.reason ?? '',
              number(delivery.attempts),
              moment(delivery.receivedAt, timeZone),
              <ShortId key="business" id={delivery.tenantId} />,
              <Button
                key="read"
                size="compact-xs"
                variant="default"
                loading={reading.isPending && reading.variables.id === delivery.id}
                onClick={() => {
                  reading.mutate(delivery);
                }}
              >
                {texts.operator.read}
              </Button>,
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
