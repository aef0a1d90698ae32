import { Badge, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import { Profit } from '../../shared/figures';
import { boxes, date, money, month } from '../../shared/format';
import { useMay } from '../../shared/session';
import { AnchorLink, PaperLink } from '../../shared/links';
import { useTellDone } from '../../shared/undo';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { useUndoReceipt } from './commands';
import { useSale, useSaleTimeline } from './queries';
import { SaleActions } from './SaleActions';
import { SaleBadge } from './SaleBadge';
import type { Sale } from './SaleForms';

const route = getRouteApi('/signed-in/sales/$saleId');

/** Where is it, what's next? */
export function SaleScreen() {
  const { saleId } = route.useParams();
  const sale = useSale(saleId);
  const timeline = useSaleTimeline(saleId);
  return (
    <Loaded query={sale} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={data.buyer}
          above={
            <AnchorLink to="/sales" size="sm">
              {texts.sales.title}
            </AnchorLink>
          }
          badge={<SaleBadge state={data.state} />}
          lead={texts.sale.next[data.state]}
          actions={<SaleActions key={`${data.id} ${data.state}`} sale={data} />}
        >
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <Lines sale={data} />
                <Receipts sale={data} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack>
                <SaleFacts sale={data} />
                <Timeline entries={timeline} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Screen>
      )}
    </Loaded>
  );
}

function Lines({ sale }: { sale: Sale }) {
  return (
    <Section title={texts.sale.lines}>
      <ul className="rows">
        {sale.lines.map((line) => (
          <li key={line.lotId}>
            <div className="cardRow">
              <AnchorLink to="/stock/$lotId" params={{ lotId: line.lotId }} fw={550}>
                {line.item}
              </AnchorLink>
              <span className="figures">{money(line.price)}</span>
            </div>
            <div className="cardRow">
              <Text size="sm" c="dimmed">
                {[
                  texts.sale.linePart(boxes(line.quantity), month(line.expiry)),
                  texts.deals.grades[line.grade],
                  line.location,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {' · '}
                <AnchorLink to="/deals/$dealId" params={{ dealId: line.dealId }} size="sm">
                  {texts.sale.deal}
                </AnchorLink>
                {' · '}
                <AnchorLink to="/stock/$lotId/custody" params={{ lotId: line.lotId }} size="sm">
                  {texts.custody.title}
                </AnchorLink>
              </Text>
              <Text size="sm" c="dimmed" className="figures">
                {texts.sale.cost} {money(line.landedCost)}
              </Text>
            </div>
            {line.deducted.minor > 0 && (
              <div className="cardRow">
                <Text size="sm">
                  {line.rejected > 0 &&
                    line.fate &&
                    texts.sale.rejectedPart(line.rejected, texts.sale.fates[line.fate])}
                </Text>
                <Text size="sm" className="figures loss">
                  {texts.sale.deducted} {money(line.deducted)}
                </Text>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SaleFacts({ sale }: { sale: Sale }) {
  const cost = sale.lines.reduce((sum, line) => sum + line.landedCost.minor, 0);
  const expected = { minor: sale.price.minor - cost, currency: sale.price.currency };
  const day = (value: string | undefined) => value && date(value);
  return (
    <Section
      title={texts.sale.facts}
      aside={
        sale.invoiceNumber !== undefined && (
          <PaperLink href={address('/api/sales/{id}/invoice.pdf', { id: sale.id })}>{texts.papers.invoice}</PaperLink>
        )
      }
    >
      <Facts
        facts={[
          [
            texts.sale.buyer,
            sale.buyerId && (
              <AnchorLink key="buyer" to="/prices/buyers/$buyerId" params={{ buyerId: sale.buyerId }}>
                {sale.buyer}
              </AnchorLink>
            ),
          ],
          [texts.sale.price, money(sale.price)],
          [texts.sale.deducted, sale.deducted.minor > 0 ? money(sale.deducted) : undefined],
          [
            sale.profit ? texts.sale.profit : texts.sale.expected,
            <Profit key="profit" value={sale.profit ?? expected} />,
          ],
          [texts.sale.received, sale.received.minor > 0 ? money(sale.received) : undefined],
          [texts.sale.owed, sale.owed.minor > 0 ? money(sale.owed) : undefined],
          [texts.sale.shipOn, sale.shippedOn ? undefined : date(sale.shipOn)],
          [texts.sale.minimumMonths, sale.minimumMonths > 0 ? String(sale.minimumMonths) : undefined],
          [texts.sale.shippedOn, day(sale.shippedOn)],
          [texts.sale.carrier, sale.carrier],
          [texts.sale.tracking, sale.tracking],
          [texts.sale.deliveredOn, day(sale.deliveredOn)],
          [texts.sale.inspectedOn, day(sale.inspectedOn)],
          [
            texts.sales.invoice,
            sale.invoiceNumber === undefined ? undefined : texts.sales.invoiceNumber(sale.invoiceNumber),
          ],
          [texts.sale.invoicedOn, day(sale.invoicedOn)],
          [
            texts.sale.dueOn,
            day(sale.dueOn) ?? (sale.state === 'CANCELLED' ? undefined : texts.sale.paysIn(sale.paymentDays)),
          ],
        ]}
      />
    </Section>
  );
}

function Receipts({ sale }: { sale: Sale }) {
  if (sale.invoicedOn === undefined) return null;
  return (
    <Section title={texts.sale.receipts} forWriters>
      {sale.receipts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.sale.noReceipts}
        </Text>
      ) : (
        <ul className="rows">
          {sale.receipts.map((receipt) => (
            <li key={receipt.receiptId}>
              <div className="cardRow">
                <Text size="sm">
                  {date(receipt.receivedOn)} · {texts.sale.methods[receipt.method]}
                  {receipt.reference && ` · ${receipt.reference}`}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  <span className="figures">{money(receipt.amount)}</span>
                  <UndoReceipt sale={sale} receipt={receipt} />
                </Group>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function UndoReceipt({ sale, receipt }: { sale: Sale; receipt: Sale['receipts'][number] }) {
  const writes = useMay('write');
  const undo = useUndoReceipt();
  const tellDone = useTellDone();
  if (receipt.undoneOn !== undefined) {
    return (
      <Badge variant="light" color="gray" radius="sm" tt="none">
        {texts.sale.undoneBadge}
      </Badge>
    );
  }
  if (sale.state === 'CLOSED' || !writes) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={undo.pending}
      onClick={() => {
        undo.run({ sale, receiptId: receipt.receiptId }, (done) => {
          tellDone(texts.sale.undone, done);
        });
      }}
    >
      {undo.problem ? texts.common.retry : texts.sale.undoReceipt}
    </Button>
  );
}
