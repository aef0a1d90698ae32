import { Button, Grid, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { MonthsLeft } from '../../shared/figures';
import { MoneyInput } from '../../shared/form/inputs';
import { money } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { byItem, canGo, firstToExpire, listPrice, pick, type Candidate, type Picked } from './picked';
import { useCandidates, useProposal } from './queries';

const OBSTACLES = { ...texts.sale.obstacles, ...texts.proposals.obstacles };

/** More lots than this nobody looks through: a few letters find the rest. */
const SHOWN_MAX = 200;

interface CandidatesProps {
  /** The buyer in the books, whose prices then stand beside the boxes. */
  buyerId: string | undefined;
  shipOn: string;
  minimumMonths: number;
  saleId: string | undefined;
  picked: Picked[];
  onTake: (lines: Picked[]) => void;
}

/** The lots that could go, item by item, and why others can't. */
export function Candidates({ buyerId, shipOn, minimumMonths, saleId, picked, onTake }: CandidatesProps) {
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 200);
  const question = { search: settled || undefined, shipOn, minimumMonths, saleId };
  const candidates = useCandidates({ ...question, size: SHOWN_MAX }, buyerId === undefined);
  const proposal = useProposal(buyerId, question);
  const lots = buyerId ? proposal.data?.lots.slice(0, SHOWN_MAX) : candidates.data?.items;
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={texts.sale.find}
        placeholder={texts.sale.findHint}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <Loaded<unknown> query={buyerId ? proposal : candidates}>
        {() =>
          !lots || lots.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.sale.noBoxes}
            </Text>
          ) : (
            <Stack gap="sm">
              {byItem(lots).map(([item, same]) => (
                <ItemLots
                  key={`${item} ${buyerId ?? ''}`}
                  item={item}
                  lots={same}
                  shipOn={shipOn}
                  minimumMonths={minimumMonths}
                  picked={picked}
                  onTake={onTake}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}

interface ItemLotsProps {
  item: string;
  lots: Candidate[];
  shipOn: string;
  minimumMonths: number;
  picked: Picked[];
  onTake: (lines: Picked[]) => void;
}

function ItemLots({ item, lots, shipOn, minimumMonths, picked, onTake }: ItemLotsProps) {
  const free = lots.reduce((total, lot) => total + (lot.obstacle ? 0 : lot.free), 0);
  const [wanted, setWanted] = useState(free);
  const [each, setEach] = useState('');
  return (
    <Section title={item} aside={<span className="figures dimmed">{texts.sale.free(free)}</span>}>
      {free > 0 && (
        <Group gap="xs" align="flex-end" mb="sm">
          <NumberInput
            label={texts.sale.take}
            w={90}
            min={0}
            max={free}
            allowDecimal={false}
            value={wanted}
            onChange={(value) => {
              setWanted(typeof value === 'number' ? value : 0);
            }}
          />
          <MoneyInput
            label={texts.sale.each}
            w={120}
            value={each}
            onChange={(event) => {
              setEach(event.currentTarget.value);
            }}
          />
          <Button
            variant="light"
            onClick={() => {
              const taken = firstToExpire(lots, wanted, each);
              const rest = lots
                .filter((lot) => !taken.some((line) => line.lotId === lot.lotId))
                .map((lot) => pick(lot, 0, each));
              onTake([...taken, ...rest]);
            }}
          >
            {texts.sale.fill}
          </Button>
        </Group>
      )}
      <ul className="rows">
        {lots.map((lot) => (
          <LotRow
            key={lot.lotId}
            lot={lot}
            shipOn={shipOn}
            minimumMonths={minimumMonths}
            picked={picked.find((line) => line.lotId === lot.lotId)}
            onTake={onTake}
          />
        ))}
      </ul>
    </Section>
  );
}

interface LotRowProps {
  lot: Candidate;
  shipOn: string;
  minimumMonths: number;
  picked: Picked | undefined;
  onTake: (lines: Picked[]) => void;
}

function LotRow({ lot, shipOn, minimumMonths, picked, onTake }: LotRowProps) {
  const price = listPrice(lot);
  return (
    <li>
      <Grid gap="xs" align="center">
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <Group gap="sm">
            <MonthsLeft expiry={lot.expiry} today={shipOn} />
            <Text size="sm" c="dimmed">
              {[
                texts.deals.grades[lot.grade],
                lot.location,
                texts.sale.costEach(money(lot.unitCost)),
                lot.obstacle && canGo(lot, minimumMonths) && OBSTACLES[lot.obstacle],
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }}>
          {lot.obstacle && !canGo(lot, minimumMonths) ? (
            <Text size="sm" ta={{ sm: 'right' }}>
              {OBSTACLES[lot.obstacle]}
            </Text>
          ) : (
            <Group gap="xs" justify="flex-end" wrap="nowrap">
              <NumberInput
                aria-label={`${texts.sale.take}: ${lot.item}`}
                suffix={` / ${String(lot.free)}`}
                w={100}
                min={0}
                max={lot.free}
                allowDecimal={false}
                hideControls
                value={picked?.quantity ?? 0}
                onChange={(value) => {
                  const quantity = typeof value === 'number' ? Math.min(value, lot.free) : 0;
                  onTake([pick(lot, quantity, picked?.each ?? price)]);
                }}
              />
              <MoneyInput
                aria-label={`${texts.sale.each}: ${lot.item}`}
                w={110}
                disabled={!picked}
                value={picked?.each ?? price}
                onChange={(event) => {
                  onTake([pick(lot, picked?.quantity ?? 0, event.currentTarget.value)]);
                }}
              />
            </Group>
          )}
        </Grid.Col>
      </Grid>
    </li>
  );
}
