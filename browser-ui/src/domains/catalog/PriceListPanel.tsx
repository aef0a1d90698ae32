import { Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { count, date } from '../../shared/format';
import { useMay } from '../../shared/session';
import { useTellDone } from '../../shared/undo';
import { Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { useWithdrawPrices } from './commands';
import { draftOf, emptyDraft, tiersOf, tierText, withProducts, type ListedPrices } from './priceDraft';
import { PriceEditor } from './PriceEditor';
import { useChosenProducts, usePriceList, usePrices } from './queries';
import { useNarrow } from '../../shared/narrow';

type List = Answer<'/api/price-lists/{id}'>;

interface PriceListPanelProps {
  listId: string;
  /** Products whose prices are to be changed now, where some were chosen. */
  only?: ReadonlySet<string> | undefined;
  onChanged?: () => void;
}

/** A price list: what it says now, what it said before, and the next version. */
export function PriceListPanel({ listId, only, onChanged }: PriceListPanelProps) {
  const list = usePriceList(listId);
  return (
    <Loaded query={list}>{(data) => <Panel key={data.id} list={data} only={only} onChanged={onChanged} />}</Loaded>
  );
}

function Panel({ list, only, onChanged }: { list: List } & Omit<PriceListPanelProps, 'listId'>) {
  const writes = useMay('write');
  const [chosen, setChosen] = useState<number>();
  const [editing, setEditing] = useState(only !== undefined);
  const shown = chosen ?? list.inForce ?? (list.latest > 0 ? list.latest : undefined);
  const prices = usePrices(list.id, shown);
  const named = useChosenProducts(only);

  if (editing && ((shown !== undefined && !prices.data) || (only && !named.data))) return <SkeletonLines />;
  if (editing) {
    return (
      <PriceEditor
        list={list}
        start={withProducts(
          prices.data && shown !== undefined ? draftOf(prices.data) : emptyDraft(),
          (only && named.data?.items) ?? [],
        )}
        only={only}
        onClose={() => {
          onChanged?.();
          setEditing(false);
          setChosen(undefined);
        }}
      />
    );
  }
  const edit = writes && (
    <Button
      leftSection={<IconPencil size={16} aria-hidden />}
      disabled={shown !== undefined && !prices.data}
      onClick={() => {
        setEditing(true);
      }}
    >
      {shown === undefined ? texts.prices.first : texts.prices.edit}
    </Button>
  );
  if (shown === undefined) {
    return (
      <Section title={texts.prices.list} aside={edit}>
        <Text size="sm" c="dimmed">
          {texts.prices.empty}
        </Text>
      </Section>
    );
  }
  return (
    <Section title={texts.prices.list} aside={edit}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end">
          <Select
            label={texts.prices.version}
            data={list.versions.map((version) => ({
              value: String(version.number),
              label: versionLabel(version, list.inForce),
            }))}
            value={String(shown)}
            allowDeselect={false}
            onChange={(value) => {
              setChosen(Number(value));
            }}
            flex="1 1 220px"
            maw={360}
          />
          <Group gap="xs">
            <Withdraw list={list} number={shown} />
            <CsvMenu
              href={address('/api/price-lists/{id}/prices.csv', { id: list.id }, { number: shown })}
              name={texts.prices.list}
            />
          </Group>
        </Group>
        <Loaded query={prices} skeleton={<SkeletonLines />}>
          {(data) => <PriceGrid prices={data} />}
        </Loaded>
      </Stack>
    </Section>
  );
}

function versionLabel(version: List['versions'][number], inForce: number | undefined): string {
  const what = version.withdrawn
    ? texts.prices.withdrawnVersion
    : version.number === inForce
      ? texts.prices.inForce
      : texts.prices.from(date(version.effectiveFrom));
  return `${String(version.number)} · ${what} · ${count(version.products, 'product', 'products')}`;
}

function Withdraw({ list, number }: { list: List; number: number }) {
  const writes = useMay('write');
  const withdraw = useWithdrawPrices();
  const tellDone = useTellDone();
  const [asked, setAsked] = useState(false);
  const version = list.versions.find((one) => one.number === number);
  if (!writes || !version || version.withdrawn) return null;
  if (withdraw.problem) return <ProblemBanner problem={withdraw.problem} />;
  return (
    <Button
      variant="default"
      color={asked ? 'red' : undefined}
      loading={withdraw.pending}
      onClick={() => {
        if (!asked) {
          setAsked(true);
          return;
        }
        withdraw.run({ list, number }, (done) => {
          setAsked(false);
          tellDone(texts.prices.withdrawn(number), done);
        });
      }}
    >
      {asked ? texts.prices.withdrawSure(number) : texts.prices.withdraw}
    </Button>
  );
}

function PriceGrid({ prices }: { prices: ListedPrices }) {
  const narrow = useNarrow();
  const tiers = tiersOf(prices);
  return (
    <Stack gap="xs">
      {prices.withdrawn && <Badge color="gray">{texts.prices.withdrawnVersion}</Badge>}
      <Text size="sm" c="dimmed">
        {rulesText(prices)}
      </Text>
      {narrow ? (
        <ul className="rows">
          {prices.lines.map((line) => (
            <li key={line.productId}>
              <Text size="sm" fw={550}>
                {line.item}
              </Text>
              <Text size="sm" c="dimmed" className="numbers">
                {line.tiers.map((tier) => `${texts.prices.tier(tier.fromMonths)} ${tierText(tier)}`).join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <div className="tableFrame">
          <Table className="dense" aria-label={texts.prices.list}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.catalog.one}</Table.Th>
                {tiers.map((months) => (
                  <Table.Th key={months} className="right">
                    {texts.prices.tier(months)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {prices.lines.map((line) => (
                <Table.Tr key={line.productId}>
                  <Table.Td>{line.item}</Table.Td>
                  {tiers.map((months) => {
                    const tier = line.tiers.find((one) => one.fromMonths === months);
                    return (
                      <Table.Td key={months} className="right figures">
                        {tier ? tierText(tier) : ''}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}

function rulesText(prices: ListedPrices): string {
  const damaged = prices.grades.find((share) => share.grade === 'SLIGHT_DAMAGE');
  const channels = prices.channels
    .filter((share) => share.channel !== 'RETAIL')
    .map((share) => `${texts.catalog.channels[share.channel]} ${String(share.percent)} %`);
  return [
    damaged ? texts.prices.damagedAt(damaged.percent) : texts.prices.damagedRefused,
    channels.length > 0 ? channels.join(', ') : texts.prices.retailOnly,
  ].join(' · ');
}
