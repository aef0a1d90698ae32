import { BarChart } from '@mantine/charts';
import { Group, NumberInput, Paper, Select, SimpleGrid, Slider, Stack, Switch, Table, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { money, month, number, shortMoney, signedMoney } from '../../shared/format';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { AnchorLink } from '../../shared/links';
import { PeriodFields } from '../../shared/report/PeriodFields';
import { roundTicks } from '../../shared/report/ticks';
import { Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { PricesTabs } from './PricesTabs';
import { usePriceList, useWhatIf } from './queries';

type WhatIf = Answer<'/api/what-if'>;
type Outcome = WhatIf['was'];

interface Tier {
  fromMonths: number;
  percent: number;
}

const USUAL_TIERS: Tier[] = [
  { fromMonths: 8, percent: 100 },
  { fromMonths: 5, percent: 70 },
  { fromMonths: 3, percent: 40 },
];

const MOST_PERCENT = 90;
/** A slider that is being drawn asks for nothing. */
const CALM_MS = 250;

const route = getRouteApi('/signed-in/prices/what-if');

/** What would the past have been at other prices? */
export function WhatIfScreen() {
  const { id } = useBusiness();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const list = usePriceList(id);
  const [version, setVersion] = useState<number>();
  const [tiers, setTiers] = useState<Tier[]>();
  const [deduction, setDeduction] = useState(0);
  const [floor, setFloor] = useState<number>();
  const [leaveAt, setLeaveAt] = useState<number>();
  const query = {
    from: search.from,
    to: search.to,
    version,
    tiers: tiers?.map(({ fromMonths, percent }) => `${String(fromMonths)}:${String(percent)}`).join(','),
    deduction: deduction === 0 ? undefined : deduction,
    floor,
    leaveAt,
  };
  // The client leaves out what is undefined; the types ask for it to be left out here.
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  const [calm] = useDebouncedValue(asked, CALM_MS);
  const whatIf = useWhatIf(calm);
  return (
    <Screen
      title={texts.whatIf.title}
      lead={texts.whatIf.lead}
      above={<PricesTabs />}
      views={<CsvMenu href={address('/api/what-if.csv', {}, asked)} name={texts.whatIf.title} />}
    >
      <Stack>
        <Group gap="xs" align="flex-end" className="reportFilters">
          <PeriodFields
            search={search}
            today={today}
            show={(days) => {
              void navigate({
                search: {
                  ...(days.from === undefined ? {} : { from: days.from }),
                  ...(days.to === undefined ? {} : { to: days.to }),
                },
                replace: true,
              });
            }}
          />
        </Group>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Section title={texts.whatIf.prices}>
            <Stack gap="md">
              <Select
                label={texts.whatIf.version}
                data={[
                  { value: '', label: texts.whatIf.asGiven },
                  ...(list.data?.versions ?? []).map((each) => ({
                    value: String(each.number),
                    label: texts.whatIf.versionOf(each.number, each.effectiveFrom),
                  })),
                ]}
                value={version === undefined ? '' : String(version)}
                allowDeselect={false}
                onChange={(value) => {
                  setVersion(value ? Number(value) : undefined);
                }}
              />
              <Percent label={texts.whatIf.deduction} value={deduction} most={MOST_PERCENT} onChange={setDeduction} />
              <Switch
                label={texts.whatIf.floor}
                checked={floor !== undefined}
                onChange={(event) => {
                  setFloor(event.currentTarget.checked ? 20 : undefined);
                }}
              />
              {floor !== undefined && (
                <Percent label={texts.whatIf.floorOf} value={floor} most={MOST_PERCENT} onChange={setFloor} />
              )}
              <Switch
                label={texts.whatIf.leave}
                checked={leaveAt !== undefined}
                onChange={(event) => {
                  setLeaveAt(event.currentTarget.checked ? 15 : undefined);
                }}
              />
              {leaveAt !== undefined && (
                <Percent label={texts.whatIf.leaveAt} value={leaveAt} least={1} most={100} onChange={setLeaveAt} />
              )}
            </Stack>
          </Section>
          <Section title={texts.whatIf.tiers}>
            <Stack gap="md">
              <Switch
                label={texts.whatIf.otherTiers}
                checked={tiers !== undefined}
                onChange={(event) => {
                  setTiers(event.currentTarget.checked ? USUAL_TIERS : undefined);
                }}
              />
              {tiers?.map((tier, index) => (
                <TierRow
                  key={index}
                  tier={tier}
                  onChange={(changed) => {
                    setTiers(tiers.map((each, at) => (at === index ? changed : each)));
                  }}
                />
              ))}
            </Stack>
          </Section>
        </SimpleGrid>
        <Loaded query={whatIf} skeleton={<SkeletonLines />}>
          {(data) =>
            data.lines === 0 ? (
              <Empty picture="chart" title={texts.whatIf.emptyTitle} text={texts.whatIf.empty} />
            ) : (
              <div className={whatIf.isPlaceholderData ? 'renewing' : ''}>
                <Results data={data} />
              </div>
            )
          }
        </Loaded>
      </Stack>
    </Screen>
  );
}

interface PercentProps {
  label: string;
  value: number;
  least?: number;
  most: number;
  onChange: (value: number) => void;
}

function Percent({ label, value, least = 0, most, onChange }: PercentProps) {
  return (
    <div>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" className="figures">
          {number(value)} %
        </Text>
      </Group>
      <Slider thumbLabel={label} min={least} max={most} value={value} label={null} onChange={onChange} mt={6} />
    </div>
  );
}

function TierRow({ tier, onChange }: { tier: Tier; onChange: (tier: Tier) => void }) {
  return (
    <Group wrap="nowrap" align="flex-end" gap="sm">
      <NumberInput
        label={texts.whatIf.fromMonths}
        value={tier.fromMonths}
        min={0}
        max={120}
        allowDecimal={false}
        w={110}
        onChange={(value) => {
          onChange({ ...tier, fromMonths: Number(value) || 0 });
        }}
      />
      <div style={{ flex: 1 }}>
        <Percent
          label={texts.whatIf.tierShare(tier.fromMonths)}
          value={tier.percent}
          most={100}
          onChange={(percent) => {
            onChange({ ...tier, percent });
          }}
        />
      </div>
    </Group>
  );
}

function Results({ data }: { data: WhatIf }) {
  return (
    <Stack>
      <Section title={texts.whatIf.results}>
        <Comparison was={data.was} would={data.would} />
        <Text size="sm" c="dimmed" mt="xs">
          {texts.whatIf.looked(data.lines, data.unpriced)}
        </Text>
      </Section>
      <Months months={data.months} />
      <Items items={data.items} />
    </Stack>
  );
}

function Comparison({ was, would }: { was: Outcome; would: Outcome }) {
  const rows: [string, string, string, string][] = [
    [texts.whatIf.quoted, money(was.quoted), money(would.quoted), difference(was.quoted, would.quoted)],
    [texts.whatIf.boxes, number(was.boxes), number(would.boxes), signed(would.boxes - was.boxes)],
    [texts.whatIf.paid, money(was.paid), money(would.paid), difference(was.paid, would.paid)],
    [texts.whatIf.earned, money(was.earned), money(would.earned), difference(was.earned, would.earned)],
  ];
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={texts.whatIf.results}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th className="right">{texts.whatIf.was}</Table.Th>
            <Table.Th className="right">{texts.whatIf.would}</Table.Th>
            <Table.Th className="right">{texts.whatIf.difference}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, ...cells]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              {cells.map((cell, index) => (
                <Table.Td key={index} className="figures right">
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function difference(was: Outcome['paid'], would: Outcome['paid']): string {
  return signedMoney({ minor: would.minor - was.minor, currency: was.currency });
}

function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

function Months({ months }: { months: WhatIf['months'] }) {
  const { currency } = useBusiness();
  const points = months.map((each) => ({
    month: month(each.month),
    was: each.was.earned.minor,
    would: each.would.earned.minor,
  }));
  const ticks = roundTicks(points.flatMap(({ was, would }) => [was, would]));
  return (
    <Paper withBorder radius="md" p="md" role="img" aria-label={texts.whatIf.chart}>
      <BarChart
        h={220}
        data={points}
        dataKey="month"
        series={[
          { name: 'was', label: texts.whatIf.was, color: 'gray.5' },
          { name: 'would', label: texts.whatIf.would, color: 'accent.7' },
        ]}
        withLegend
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
        maxBarWidth={28}
      />
    </Paper>
  );
}

function Items({ items }: { items: WhatIf['items'] }) {
  return (
    <Section title={texts.whatIf.byItem}>
      <Table.ScrollContainer minWidth={420}>
        <Table className="dense" aria-label={texts.whatIf.byItem}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.stock.item}</Table.Th>
              <Table.Th className="right">{texts.whatIf.boxes}</Table.Th>
              <Table.Th className="right">{texts.whatIf.paid}</Table.Th>
              <Table.Th className="right">{texts.whatIf.earned}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ productId, item, was, would }) => (
              <Table.Tr key={productId}>
                <Table.Td>
                  <AnchorLink to="/prices/products/$productId" params={{ productId }} size="sm">
                    {item}
                  </AnchorLink>
                </Table.Td>
                <Table.Td className="figures right">
                  {number(was.boxes)} → {number(would.boxes)}
                </Table.Td>
                <Table.Td className="figures right">
                  {money(was.paid)} → {money(would.paid)}
                </Table.Td>
                <Table.Td className="figures right">
                  {money(was.earned)} → {money(would.earned)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
