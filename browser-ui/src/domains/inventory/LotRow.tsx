import { Badge, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MonthsLeft } from '../../shared/figures';
import { boxes, money } from '../../shared/format';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import type { LotStep } from './LotDialogs';
import type { Lot } from './lotForm';
import { LotMenu } from './LotMenu';

/** What the rows can ask for. */
export interface RowActions {
  sell: (lotId: string) => void;
  step: (lot: Lot, step: LotStep) => void;
}

export function LotLink({ lot }: { lot: Lot }) {
  return (
    <Link to="/stock/$lotId" params={{ lotId: lot.id }} className="rowLink">
      {lot.item}
    </Link>
  );
}

/** On hold, and why. */
export function HoldBadge({ lot }: { lot: Pick<Lot, 'hold'> }) {
  return (
    lot.hold && (
      <Badge variant="light" color="orange" radius="sm" tt="none" fw={600}>
        {texts.stock.onHold}: {texts.stock.holdReasons[lot.hold]}
      </Badge>
    )
  );
}

export function LotCard({ lot, today, actions }: { lot: Lot; today: string; actions: RowActions }) {
  return (
    <>
      <div className="cardRow">
        <LotLink lot={lot} />
        <span className="figures">{boxes(lot.onHand)}</span>
      </div>
      <div className="cardRow">
        <Text size="sm" component="div">
          <MonthsLeft expiry={lot.expiry} today={today} />
        </Text>
        <HoldBadge lot={lot} />
      </div>
      <div className="cardRow">
        <Text size="sm" c="dimmed" className="figures">
          {[money(lot.costOnHand), lot.location, lot.customerName].filter(Boolean).join(' · ')}
        </Text>
        <LotButtons lot={lot} actions={actions} />
      </div>
    </>
  );
}

export function LotButtons({ lot, actions }: { lot: Lot; actions: RowActions }) {
  const writes = useMay('write');
  if (!writes) return null;
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {lot.onHand > 0 && !lot.hold && (
        <Button
          size="compact-sm"
          variant="light"
          className="above"
          aria-label={texts.deal.sellItem(lot.item)}
          onClick={() => {
            actions.sell(lot.id);
          }}
        >
          {texts.stock.sell}
        </Button>
      )}
      <LotMenu
        lot={lot}
        onStep={(step) => {
          actions.step(lot, step);
        }}
      />
    </Group>
  );
}
