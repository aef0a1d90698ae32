import { Badge } from '@mantine/core';
import type { SaleState } from '../../api/types';
import { texts } from '../../texts';

const COLORS: Record<SaleState, string> = {
  DRAFT: 'gray',
  OFFERED: 'blue',
  CONFIRMED: 'violet',
  PACKED: 'violet',
  SHIPPED: 'cyan',
  DELIVERED: 'cyan',
  INSPECTED: 'cyan',
  INVOICED: 'orange',
  PART_PAID: 'orange',
  PAID: 'green',
  CLOSED: 'green',
  CANCELLED: 'gray',
};

/** A sale's state: its word, and a colour that means nothing else. */
export function SaleBadge({ state }: { state: SaleState }) {
  return (
    <Badge variant="light" color={COLORS[state]} radius="sm" tt="none" fw={600}>
      {texts.sales.states[state]}
    </Badge>
  );
}
