import { Badge, Button } from '@mantine/core';
import { moment, number } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { readDeliveriesAgain, readDeliveryAgain } from './commands';
import { PlainTable, ShortId } from './parts';
import { useUnreadDeliveries, type KeptDelivery, type UnreadDelivery } from './queries';
import { useStep } from './step';

/** What did other services deliver that nobody could read? */
export function Deliveries() {
  const deliveries = useUnreadDeliveries();
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
          <DeliveryTable
            label={texts.operator.deliveries}
            none={texts.operator.noDeliveries}
            deliveries={all}
            reading={reading.isPending ? reading.variables.id : undefined}
            onRead={reading.mutate}
          />
        )}
      </Loaded>
    </Section>
  );
}

interface DeliveryTableProps {
  label: string;
  none: string;
  deliveries: readonly KeptDelivery[];
  /** Id of the one that is being read again. */
  reading: string | undefined;
  onRead: (delivery: KeptDelivery) => void;
}

const NOTHING_WRONG = ['PENDING', 'READ'];

/** Deliveries with how each fares, and a way to have it read again. */
export function DeliveryTable(props: DeliveryTableProps) {
  const { timeZone } = useBusiness();
  return (
    <PlainTable
      label={props.label}
      columns={texts.operator.deliveryColumns}
      rows={props.deliveries}
      none={props.none}
      keyOf={({ id }) => id}
      cells={(delivery) => [
        delivery.kind,
        delivery.provider,
        <Badge key="state" variant="light" color={NOTHING_WRONG.includes(delivery.state) ? 'gray' : 'orange'} tt="none">
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
          loading={props.reading === delivery.id}
          onClick={() => {
            props.onRead(delivery);
          }}
        >
          {texts.operator.read}
        </Button>,
      ]}
    />
  );
}
