import { Button, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Answer } from '../../api/types';
import { Amount, Profit } from '../../shared/figures';
import { boxes, money, month, number } from '../../shared/format';
import { texts } from '../../texts';

type Deal = Answer<'/api/deals/{id}'>;
type Line = Deal['lines'][number];

interface DealLinesProps {
  deal: Deal;
  onSell: (lotId: string) => void;
}

/** What was quoted, what it cost in the end, and what became of it. */
export function DealLines({ deal, onSell }: DealLinesProps) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const stocked = deal.lines.some((line) => line.lotId);
  if (narrow) {
    return (
      <ul className="rows">
        {deal.lines.map((line) => (
          <li key={line.line}>
            <LineCard line={line} stocked={stocked} onSell={onSell} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="tableFrame">
      <Table className="dense" aria-label={texts.deal.linesCaption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.deal.item}</Table.Th>
            <Table.Th className="right">{texts.deal.quantity}</Table.Th>
            <Table.Th className="right">{texts.deal.total}</Table.Th>
            {stocked && (
              <>
                <Table.Th className="right">{texts.deal.landed}</Table.Th>
                <Table.Th className="right">{texts.deal.sold}</Table.Th>
                <Table.Th className="right">{texts.deal.profit}</Table.Th>
                <Table.Th />
              </>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deal.lines.map((line) => (
            <Table.Tr key={line.line}>
              <Table.Td miw={180}>
                <Text size="sm" fw={550}>
                  {line.item}
                </Text>
                <Text size="sm" c="dimmed">
                  {[month(line.expiry), texts.deals.grades[line.grade]].join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td className="right figures">{number(line.quantity)}</Table.Td>
              <Table.Td className="right">
                <Amount value={line.total} />
                {line.unitPrice && (
                  <Text size="sm" c="dimmed" className="figures">
                    {texts.deal.each(money(line.unitPrice))}
                  </Text>
                )}
              </Table.Td>
              {stocked && (
                <>
                  <Table.Td className="right">
                    {line.landedCost ? <Amount value={line.landedCost} /> : texts.common.none}
                  </Table.Td>
                  <Table.Td className="right figures">{number(line.sold)}</Table.Td>
                  <Table.Td className="right">
                    <Profit value={line.profit} />
                  </Table.Td>
                  <Table.Td className="right">
                    <SellButton line={line} onSell={onSell} />
                  </Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function LineCard({ line, stocked, onSell }: { line: Line; stocked: boolean; onSell: (lotId: string) => void }) {
  return (
    <Stack gap={2}>
      <div className="cardRow">
        <Text fw={550}>{line.item}</Text>
        <Amount value={line.total} strong />
      </div>
      <Text size="sm" c="dimmed">
        {[
          boxes(line.quantity),
          month(line.expiry),
          texts.deals.grades[line.grade],
          line.unitPrice && texts.deal.each(money(line.unitPrice)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {stocked && (
        <div className="cardRow">
          <Text size="sm" c="dimmed">
            {`${texts.deal.sold} ${number(line.sold)} · ${texts.deal.onHand} ${number(line.onHand)}`}
          </Text>
          <SellButton line={line} onSell={onSell} />
        </div>
      )}
    </Stack>
  );
}

function SellButton({ line, onSell }: { line: Line; onSell: (lotId: string) => void }) {
  const { lotId } = line;
  if (!lotId || line.onHand === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      aria-label={texts.deal.sellItem(line.item)}
      onClick={() => {
        onSell(lotId);
      }}
    >
      {texts.deal.sell}
    </Button>
  );
}
