import { Badge, Button, Grid, Stack, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { address } from '../../api/client';
import { Amount, Profit, StateBadge } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { clock, date, money, number } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { DealActions } from './DealActions';
import { onHand } from './dealLines';
import { DealLines } from './DealLines';
import { Payouts } from './Payouts';
import { useDeal, useDealTimeline } from './queries';
import { sentence } from './StepForms';
import { AnchorLink, PaperLink } from '../../shared/links';

interface DealScreenProps {
  /** Sells boxes of a lot; what that asks for is the stock's business. */
  sellDialog: (lotId: string | undefined, close: () => void) => ReactNode;
  /** The latest texts with the deal's person. */
  textsWith: (customerId: string) => ReactNode;
}

const route = getRouteApi('/signed-in/deals/$dealId');

/** Where is it, what's next? */
export function DealScreen({ sellDialog, textsWith }: DealScreenProps) {
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
          badge={
            <>
              <StateBadge state={data.state} />
              {data.hold && (
                <Badge variant="filled" color="red" radius="sm" tt="none">
                  {texts.deals.hold}
                </Badge>
              )}
            </>
          }
          lead={nextStep(data)}
          actions={<DealActions key={data.id} deal={data} onSell={setSelling} />}
        >
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <Section title={texts.deal.lines}>
                  <DealLines deal={data} onSell={setSelling} />
                </Section>
                <Delivery deal={data} />
                <Payouts deal={data} />
                <Sales deal={data} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack>
                <DealFacts deal={data} />
                {textsWith(data.customerId)}
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
  if (deal.hold) {
    const reason = texts.deal.onHold(texts.deal.reasons[deal.hold] ?? deal.hold);
    return deal.holdRemark ? `${reason}; ${deal.holdRemark}` : reason;
  }
  switch (deal.state) {
    case 'AGREED':
      return texts.deal.next.AGREED(money(deal.owed));
    case 'REQUOTED':
      return texts.deal.next.REQUOTED(money(deal.found));
    case 'SCHEDULED':
      return texts.deal.next.SCHEDULED(deal.appointment ? meeting(deal.appointment) : '');
    case 'RETURNING':
      return texts.deal.next.RETURNING(deal.toReturn);
    case 'PAID':
      return texts.deal.next.PAID(onHand(deal));
    default:
      return [texts.deal.next[deal.state], endText(deal)].filter(Boolean).join(' ');
  }
}

/** Why it ended, if somebody said so. */
function endText(deal: Deal): string | undefined {
  if (!deal.endReason) return undefined;
  return `${sentence([texts.deal.reasons[deal.endReason], deal.endRemark].filter(Boolean).join('; '))}.`;
}

function requoteAccepted(deal: Deal): string | undefined {
  if (!deal.requoteAcceptedOn) return undefined;
  return [date(deal.requoteAcceptedOn), deal.requoteAcceptedBy === 'LINK' && texts.timeline.byLink]
    .filter(Boolean)
    .join(' · ');
}

function meeting(appointment: NonNullable<Deal['appointment']>): string {
  return `${date(appointment.meetOn)}, ${clock(appointment.meetAt)}, ${appointment.place}`;
}

function DealFacts({ deal }: { deal: Deal }) {
  return (
    <Section
      title={texts.deal.facts}
      aside={
        deal.agreed && (
          <PaperLink href={address('/api/deals/{id}/bill-of-sale.pdf', { id: deal.id })}>
            {texts.papers.billOfSale}
          </PaperLink>
        )
      }
    >
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
          [texts.deal.quoteVersion, deal.quoteVersion > 1 ? number(deal.quoteVersion) : undefined],
          [texts.deals.quoted, money(deal.quoted)],
          [texts.deal.agreedFor, deal.agreed && money(deal.agreed)],
          [texts.deals.paid, money(deal.paid)],
          [texts.deals.owed, deal.owed.minor > 0 ? money(deal.owed) : undefined],
          [texts.deal.requoteAccepted, requoteAccepted(deal)],
          [texts.deals.landed, money(deal.landedCost)],
          [texts.deal.feeDifference, deal.feeDifference.minor !== 0 ? money(deal.feeDifference) : undefined],
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

/** How the boxes come, and how those go that aren't bought. */
function Delivery({ deal }: { deal: Deal }) {
  const voidLabel = useStep('/api/deals/{id}/labels/void');
  const tellDone = useTellDone();
  const { returned, claim } = deal;
  if (deal.imported) return null;
  return (
    <Section title={texts.deal.delivery} forWriters>
      {voidLabel.problem && <ProblemBanner problem={voidLabel.problem} />}
      {deal.labels.length === 0 && !deal.appointment && !deal.sentOn && (
        <Text size="sm" c="dimmed">
          {texts.deal.noDelivery}
        </Text>
      )}
      <ul className="rows">
        {deal.labels.map((label) => (
          <li key={label.labelId}>
            <div className="cardRow">
              <Text size="sm" {...(label.voidedOn ? { td: 'line-through', c: 'dimmed' } : {})}>
                {[sentence(texts.deal.carriers[label.carrier]), label.trackingNumber, date(label.madeOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Amount value={label.cost} />
              {!label.voidedOn && !deal.receivedOn && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => {
                    voidLabel.run({ deal, body: { labelId: label.labelId } }, (done) => {
                      tellDone(texts.deal.voided, done);
                    });
                  }}
                >
                  {texts.deal.voidLabel}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [texts.deal.meeting, deal.appointment && meeting(deal.appointment)],
          [texts.deal.noShows, deal.noShows > 0 ? number(deal.noShows) : undefined],
          [texts.deal.sentOn, deal.sentOn && date(deal.sentOn)],
          [texts.deal.receivedOn, deal.receivedOn && date(deal.receivedOn)],
          [
            texts.deal.claimFacts,
            claim &&
              [
                money(claim.amount),
                claim.reference,
                claim.settledOn && `${texts.deal.settled} ${claim.received ? money(claim.received) : ''}`,
              ]
                .filter(Boolean)
                .join(' · '),
          ],
          [
            texts.deal.returns,
            returned &&
              (returned.returnedOn
                ? [
                    texts.deal.returnedOn(date(returned.returnedOn)),
                    returned.carrier && texts.deal.carriers[returned.carrier],
                    returned.trackingNumber,
                  ]
                    .filter(Boolean)
                    .join(' · ')
                : returned.donatedOn
                  ? texts.deal.donatedOn(date(returned.donatedOn))
                  : texts.deal.returnWaiting(deal.toReturn, date(returned.since))),
          ],
        ]}
      />
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
