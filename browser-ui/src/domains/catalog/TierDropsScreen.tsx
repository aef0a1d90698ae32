import { BarChart } from '@mantine/charts';
import { Paper, Select, Stack, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { boxes, date, money, month, shortMoney, sum } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { roundTicks } from '../../shared/report/ticks';
import { Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { PricesTabs } from './PricesTabs';
import { useTierDrops } from './queries';
import { TIER_DROPS_WITHIN } from './tierDrops';
import { useNarrow } from '../../shared/narrow';

type Drop = Answer<'/api/tier-drops'>[number];

const route = getRouteApi('/signed-in/prices/tier-drops');

/** What loses worth by waiting, and to whom to sell it before? */
export function TierDropsScreen() {
  const { within } = route.useSearch();
  const navigate = route.useNavigate();
  const query = within ? { withinDays: within } : {};
  const drops = useTierDrops(query);
  return (
    <Screen
      title={texts.tierDrops.title}
      lead={texts.tierDrops.lead}
      above={<PricesTabs />}
      views={<CsvMenu href={address('/api/tier-drops.csv', {}, query)} name={texts.tierDrops.title} />}
    >
      <Select
        label={texts.tierDrops.period}
        data={[
          { value: '', label: texts.tierDrops.year },
          ...TIER_DROPS_WITHIN.map((days) => ({ value: String(days), label: texts.tierDrops.within(days) })),
        ]}
        value={String(within ?? '')}
        allowDeselect={false}
        maw={{ sm: 220 }}
        onChange={(value) => {
          const chosen = TIER_DROPS_WITHIN.find((days) => String(days) === value);
          void navigate({ search: chosen ? { within: chosen } : {}, replace: true });
        }}
      />
      <Loaded query={drops} skeleton={<SkeletonLines />}>
        {(data) =>
          data.length === 0 ? (
            <Empty
              picture="box"
              title={texts.tierDrops.emptyTitle}
              text={within ? texts.tierDrops.emptyWithin(within) : texts.tierDrops.empty}
            />
          ) : (
            <Stack>
              <Chart drops={data} />
              {days(data).map((day) => (
                <Day key={day} day={day} drops={data.filter((drop) => drop.dropsOn === day)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

/** What each day costs that nobody sells before. */
function Chart({ drops }: { drops: Drop[] }) {
  const { currency } = useBusiness();
  const losses = days(drops).map((day) => ({
    day: date(day),
    loss: lossOn(drops, day, currency).minor,
  }));
  const ticks = roundTicks(losses.map(({ loss }) => loss));
  return (
    <Paper withBorder radius="md" p="md" role="img" aria-label={texts.tierDrops.chart}>
      <BarChart
        h={180}
        data={losses}
        dataKey="day"
        series={[{ name: 'loss', label: texts.tierDrops.loss, color: 'accent.7' }]}
        valueFormatter={(minor) => money({ minor, currency })}
        yAxisProps={{
          width: 64,
          ticks,
          domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0],
          tickFormatter: (minor: number) => shortMoney(minor, currency),
        }}
        xAxisProps={{ minTickGap: 24 }}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={36}
      />
    </Paper>
  );
}

function lossOn(drops: Drop[], day: string, currency: string) {
  return sum(
    drops.filter((drop) => drop.dropsOn === day).map((drop) => drop.loss),
    currency,
  );
}

function days(drops: Drop[]): string[] {
  return [...new Set(drops.map((drop) => drop.dropsOn))];
}

function Day({ day, drops }: { day: string; drops: Drop[] }) {
  const { currency } = useBusiness();
  const narrow = useNarrow();
  const loss = lossOn(drops, day, currency);
  return (
    <Section
      title={texts.tierDrops.on(date(day))}
      aside={
        <Text fw={600} className="figures loss">
          {texts.tierDrops.lose(money(loss))}
        </Text>
      }
    >
      {narrow ? (
        <ul className="rows">
          {drops.map((drop) => (
            <li key={`${drop.productId} ${drop.expiry} ${drop.grade}`}>
              <AnchorLink to="/prices/products/$productId" params={{ productId: drop.productId }} size="sm" fw={550}>
                {drop.item} · {month(drop.expiry)}
              </AnchorLink>
              <Text size="sm">{sentence(drop)}</Text>
              <AnchorLink to="/sales/new" search={{ buyer: drop.buyerName }} size="sm">
                {texts.tierDrops.sell(drop.buyerName)}
              </AnchorLink>
            </li>
          ))}
        </ul>
      ) : (
        <div className="tableFrame">
          <Table className="dense" aria-label={texts.tierDrops.on(date(day))}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.stock.item}</Table.Th>
                <Table.Th>{texts.stock.expiry}</Table.Th>
                <Table.Th className="right">{texts.stock.onHand}</Table.Th>
                <Table.Th>{texts.tierDrops.sellTo}</Table.Th>
                <Table.Th className="right">{texts.tierDrops.now}</Table.Th>
                <Table.Th className="right">{texts.tierDrops.then}</Table.Th>
                <Table.Th className="right">{texts.tierDrops.loss}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {drops.map((drop) => (
                <Table.Tr key={`${drop.productId} ${drop.expiry} ${drop.grade}`}>
                  <Table.Td>
                    <AnchorLink to="/prices/products/$productId" params={{ productId: drop.productId }} inherit>
                      {drop.item}
                    </AnchorLink>
                  </Table.Td>
                  <Table.Td>{month(drop.expiry)}</Table.Td>
                  <Table.Td className="right figures">{drop.boxes}</Table.Td>
                  <Table.Td>
                    <AnchorLink to="/sales/new" search={{ buyer: drop.buyerName }} inherit>
                      {drop.buyerName}
                    </AnchorLink>
                  </Table.Td>
                  <Table.Td className="right figures">{money(drop.price)}</Table.Td>
                  <Table.Td className="right figures">
                    {drop.laterPrice ? money(drop.laterPrice) : texts.tierDrops.nothing}
                  </Table.Td>
                  <Table.Td className="right figures loss">{money(drop.loss)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}

function sentence(drop: Drop): string {
  return texts.tierDrops.sentence(boxes(drop.boxes), money(drop.lossPerBox), drop.buyerName, money(drop.loss));
}
