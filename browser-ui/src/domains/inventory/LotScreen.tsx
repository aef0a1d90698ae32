import { Button, Grid, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { MonthsLeft, Profit } from '../../shared/figures';
import { boxes, date, money } from '../../shared/format';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { useLot, useLotTimeline } from './queries';
import { SellDialog } from './SellDialog';
import { AnchorLink } from '../../shared/links';

type Lot = Answer<'/api/lots/{id}'>;

const route = getRouteApi('/signed-in/stock/$lotId');

export function LotScreen() {
  const { lotId } = route.useParams();
  const lot = useLot(lotId);
  const timeline = useLotTimeline(lotId);
  const today = useToday();
  const [selling, setSelling] = useState<string>();
  return (
    <Loaded query={lot} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={data.item}
          above={
            <AnchorLink to="/stock" size="sm">
              {texts.stock.title}
            </AnchorLink>
          }
          lead={<MonthsLeft expiry={data.expiry} today={today} />}
          actions={
            data.onHand > 0 && (
              <Button
                onClick={() => {
                  setSelling(data.id);
                }}
              >
                {texts.stock.sell}
              </Button>
            )
          }
        >
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <LotFacts lot={data} />
                <LotSales lot={data} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Timeline entries={timeline} />
            </Grid.Col>
          </Grid>
          <SellDialog
            lotId={selling}
            onClose={() => {
              setSelling(undefined);
            }}
          />
        </Screen>
      )}
    </Loaded>
  );
}

function LotFacts({ lot }: { lot: Lot }) {
  return (
    <Section title={texts.deal.facts}>
      <Facts
        facts={[
          [texts.stock.onHand, texts.stock.ofStocked(lot.onHand, lot.stocked)],
          [texts.stock.cost, money(lot.costOnHand)],
          [texts.stock.landed, money(lot.landedCost)],
          [texts.stock.grade, texts.deals.grades[lot.grade]],
          [texts.stock.stockedOn, date(lot.stockedOn)],
          [
            texts.stock.deal,
            <AnchorLink key="deal" to="/deals/$dealId" params={{ dealId: lot.dealId }}>
              {lot.customerName}
            </AnchorLink>,
          ],
        ]}
      />
    </Section>
  );
}

function LotSales({ lot }: { lot: Lot }) {
  return (
    <Section title={texts.stock.sales}>
      {lot.sales.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.stock.noSales}
        </Text>
      ) : (
        <ul className="rows">
          {lot.sales.map((sale) => (
            <li key={sale.saleId}>
              <div className="cardRow">
                <Text fw={550}>{sale.buyer}</Text>
                <Profit value={sale.profit} />
              </div>
              <div className="cardRow">
                <Text size="sm" c="dimmed">
                  {date(sale.soldOn)} · {boxes(sale.quantity)}
                </Text>
                <Text size="sm" c="dimmed" className="figures">
                  {money(sale.proceeds)}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
