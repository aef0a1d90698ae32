import { Badge, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { StateBadge } from '../../shared/figures';
import { daysUntil, money } from '../../shared/format';
import { Loaded } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { ChooseBeside, type Choice } from '../../shared/list/chosen';
import { chosenDeal } from './DealsBar';
import { useBoard } from './queries';

type Column = Answer<'/api/deals/board'>['columns'][number];
type Card = Column['deals'][number];

/** Days after which a deal that stands still deserves a look. */
const LONG = 7;

interface BoardProps {
  filters: Parameters<typeof useBoard>[0];
  choice: Choice;
  /** What to do while nothing is under way. */
  step: ReactNode;
}

/** What is under way, a column for each state; on a phone one column at a time, swiped. */
export function DealsBoard({ filters, choice, step }: BoardProps) {
  const board = useBoard(filters, true);
  return (
    <Loaded query={board}>
      {({ columns }) =>
        columns.length === 0 ? (
          <Paper withBorder radius="md">
            <Empty picture="calm" title={texts.deals.boardEmpty} step={step} />
          </Paper>
        ) : (
          <div className="board" role="list" aria-label={texts.deals.board} tabIndex={0}>
            {columns.map((column) => (
              <BoardColumn key={column.state} column={column} choice={choice} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function BoardColumn({ column, choice }: { column: Column; choice: Choice }) {
  const rest = column.total - column.deals.length;
  return (
    <section className="boardColumn" role="listitem" aria-label={texts.deals.states[column.state]}>
      <header className="cardRow">
        <StateBadge state={column.state} />
        <Text size="sm" fw={600} className="figures">
          {money(column.atStake)}
        </Text>
      </header>
      <Text size="xs" c="dimmed">
        {texts.deals.columnDeals(column.total)}
      </Text>
      {column.deals.map((deal) => (
        <BoardCard key={deal.id} deal={deal} choice={choice} />
      ))}
      {rest > 0 && (
        <Link to="/deals" search={{ state: column.state, view: 'table' }} className="textLink">
          <Text size="sm">{texts.deals.moreInTable(rest)}</Text>
        </Link>
      )}
    </section>
  );
}

function BoardCard({ deal, choice }: { deal: Card; choice: Choice }) {
  const days = -daysUntil(deal.stateSince, useToday());
  return (
    <Paper withBorder radius="md" p="sm" className="boardCard">
      <div className="cardRow">
        <ChooseBeside row={deal} by={{ choice, one: chosenDeal, label: texts.dealsBulk.choose }}>
          <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
            {deal.customerName}
          </Link>
        </ChooseBeside>
        <Text size="sm" className="figures">
          {money(deal.atStake)}
        </Text>
      </div>
      <Text size="sm" lineClamp={2}>
        {deal.items}
      </Text>
      <div className="cardRow">
        <Text size="xs" className={days > LONG ? 'loss' : 'dimmed'}>
          {texts.deals.days(days)}
        </Text>
        {deal.hold && <HoldMark />}
      </div>
    </Paper>
  );
}

export function HoldMark() {
  return (
    <Badge variant="filled" color="red" size="sm" radius="sm" tt="none">
      {texts.deals.hold}
    </Badge>
  );
}
