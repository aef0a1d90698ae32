import { Grid, Stack, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { Amount, Profit, StateBadge } from '../../shared/figures';
import { date, money, number } from '../../shared/format';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { DealActions } from './DealActions';
import { DealLines } from './DealLines';
import { useDeal, useDealTimeline } from './queries';
import { AnchorLink } from '../../shared/links';

type Deal = Answer<'/api/deals/{id}'>;

interface DealScreenProps {
  /** Sells boxes of a lot; what that asks for is the stock's business. */
  sellDialog: (lotId: string | undefined, close: () => void) => ReactNode;
}

const route = getRouteApi('/signed-in/deals/$dealId');

/** Where is it, what's next? */
export function DealScreen({ sellDialog }: DealScreenProps) {
  const { dealId } = route.useParams();
  const deal = useDeal(dealId);
  const timeline = useDealTimeline(dealId);
  const [selling, setSelling] = useState<string>();

  return (
    <Loaded query={deal} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={data.customerName}
          above={
            <AnchorLink to="/deals" size="sm">
              {texts.deals.title}
            </AnchorLink>
          }
          badge={<StateBadge state={data.state} />}
          lead={nextStep(data)}
          actions={<DealActions key={data.id} deal={data} onSell={setSelling} />}
        >
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <Section title={texts.deal.lines}>
                  <DealLines deal={data} onSell={setSelling} />
                </Section>
                <Payouts deal={data} />
                <Sales deal={data} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack>
                <DealFacts deal={data} />
                <Timeline entries={timeline} here={data.id} />
              </Stack>
            </Grid.Col>
          </Grid>
          {sellDialog(selling, () => {
            setSelling(undefined);
          })}
        </Screen>
      )}
    </Loaded>
  );
}

function nextStep(deal: Deal): string {
  switch (deal.state) {
    case 'RECEIVED':
      return texts.deal.next.RECEIVED(money(deal.owed));
    case 'PAID':
      return texts.deal.next.PAID(deal.lines.reduce((total, line) => total + line.onHand, 0));
    default:
      return texts.deal.next[deal.state];
  }
}

function DealFacts({ deal }: { deal: Deal }) {
  return (
    <Section title={texts.deal.facts}>
      <Facts
        facts={[
          [
            texts.deals.person,
            <AnchorLink key="person" to="/people/$customerId" params={{ customerId: deal.customerId }}>
              {deal.customerName}
            </AnchorLink>,
          ],
          [texts.deal.date, date(deal.date)],
          [texts.deal.validUntil, deal.state === 'QUOTED' && deal.validUntil ? date(deal.validUntil) : undefined],
          [texts.deal.acceptedOn, deal.acceptedOn && date(deal.acceptedOn)],
          [texts.deal.receivedOn, deal.receivedOn && date(deal.receivedOn)],
          [texts.deals.quoted, money(deal.quoted)],
          [texts.deals.paid, money(deal.paid)],
          [texts.deals.owed, deal.owed.minor > 0 ? money(deal.owed) : undefined],
          [texts.deals.landed, money(deal.landedCost)],
          [texts.deals.proceeds, money(deal.proceeds)],
          [texts.deals.profit, <Profit key="profit" value={deal.profit} />],
          [texts.deal.attestation, deal.attestationVersion],
          [texts.deal.origin, deal.imported ? texts.deal.importedOrigin : undefined],
          [texts.deal.note, deal.note],
        ]}
      />
    </Section>
  );
}

function Payouts({ deal }: { deal: Deal }) {
  return (
    <Section title={texts.deal.payouts}>
      {deal.payouts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.deal.noPayouts}
        </Text>
      ) : (
        <Table className="dense" aria-label={texts.deal.payoutsCaption}>
          <Table.Tbody>
            {deal.payouts.map((payout) => (
              <Table.Tr key={payout.payoutId}>
                <Table.Td className="figures">{date(payout.paidOn)}</Table.Td>
                <Table.Td>
                  {texts.deal.methods[payout.method]}
                  {payout.reference && <Text span size="sm" c="dimmed">{` · ${payout.reference}`}</Text>}
                </Table.Td>
                <Table.Td className="right">
                  <Amount value={payout.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function Sales({ deal }: { deal: Deal }) {
  return (
    <Section title={texts.deal.sales}>
      {deal.sales.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.deal.noSales}
        </Text>
      ) : (
        <div className="tableFrame">
          <Table className="dense" aria-label={texts.deal.salesCaption}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.sales.soldOn}</Table.Th>
                <Table.Th>{texts.sales.item}</Table.Th>
                <Table.Th>{texts.sales.buyer}</Table.Th>
                <Table.Th className="right">{texts.sales.quantity}</Table.Th>
                <Table.Th className="right">{texts.sales.proceeds}</Table.Th>
                <Table.Th className="right">{texts.sales.profit}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {deal.sales.map((sale) => (
                <Table.Tr key={sale.saleId}>
                  <Table.Td className="figures">{date(sale.soldOn)}</Table.Td>
                  <Table.Td>{sale.item}</Table.Td>
                  <Table.Td>{sale.buyer}</Table.Td>
                  <Table.Td className="right figures">{number(sale.quantity)}</Table.Td>
                  <Table.Td className="right">
                    <Amount value={sale.proceeds} />
                  </Table.Td>
                  <Table.Td className="right">
                    <Profit value={sale.profit} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
