import { Badge } from '@mantine/core';
import type { DealState, Money } from '../api/types';
import { texts } from '../texts';
import { money, month, monthsLeft, signedMoney } from './format';

const STATE_COLORS: Record<DealState, string> = {
  QUOTED: 'blue',
  ACCEPTED: 'violet',
  AWAITING_SHIPMENT: 'violet',
  SCHEDULED: 'violet',
  IN_TRANSIT: 'violet',
  LOST: 'red',
  RECEIVED: 'orange',
  REQUOTED: 'orange',
  AGREED: 'orange',
  PAID: 'green',
  CLOSED: 'gray',
  RETURNING: 'orange',
  RETURNED: 'gray',
  DONATED: 'gray',
  EXPIRED: 'gray',
  DECLINED: 'gray',
  CANCELLED: 'gray',
};

/** A deal's state: its word, and a colour that means nothing else. */
export function StateBadge({ state }: { state: DealState }) {
  return (
    <Badge variant="light" color={STATE_COLORS[state]} radius="sm" tt="none" fw={600}>
      {texts.deals.states[state]}
    </Badge>
  );
}

/** Money in a column. */
export function Amount({ value, strong }: { value: Money; strong?: boolean }) {
  return <span className={strong ? 'figures strong' : 'figures'}>{money(value)}</span>;
}

/** Profit or loss: its sign says which, the colour only helps. */
export function Profit({ value }: { value: Money }) {
  const tone = value.minor < 0 ? 'loss' : value.minor > 0 ? 'gain' : 'dimmed';
  return <span className={`figures ${tone}`}>{signedMoney(value)}</span>;
}

/** How long a month of boxes still lasts, in words of heat. */
function heatOf(left: number): string {
  return left <= 1 ? 'hot' : left <= 4 ? 'warm' : left <= 7 ? 'mild' : 'cool';
}

/** Boxes by the months they still last, as a strip whose cells say how many; the last cell is a year and more. */
export function HeatStrip({ monthsLeft, expired }: { monthsLeft: number[]; expired: number }) {
  const said = monthsLeft.map((boxes, left) => texts.stock.heat(boxes, left, left === monthsLeft.length - 1));
  return (
    <span
      className="heat"
      role="img"
      aria-label={[texts.stock.heatExpired(expired), ...said].filter(Boolean).join(', ')}
    >
      <i className={expired > 0 ? 'over' : ''}>{expired > 0 ? expired : ''}</i>
      {monthsLeft.map((boxes, left) => (
        <i key={left} className={boxes > 0 ? heatOf(left) : ''} title={said[left]}>
          {boxes > 0 ? boxes : ''}
        </i>
      ))}
    </span>
  );
}

const STRIP_MONTHS = 12;

/** How long boxes still last: a strip of twelve months, with the month and the number beside it. */
export function MonthsLeft({ expiry, today }: { expiry: string; today: string }) {
  const left = monthsLeft(expiry, today);
  const heat = heatOf(left);
  return (
    <span className="monthsLeft">
      <span className="figures">{month(expiry)}</span>
      <span className={`strip ${heat}`} aria-hidden>
        {Array.from({ length: STRIP_MONTHS }, (_, index) => (
          <i key={index} className={index < left ? 'on' : ''} />
        ))}
      </span>
      <span className={left <= 1 ? 'figures loss' : 'figures dimmed'}>{texts.stock.left(left)}</span>
    </span>
  );
}
