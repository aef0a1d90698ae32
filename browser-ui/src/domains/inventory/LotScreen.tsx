import { Badge, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { MonthsLeft, Profit } from '../../shared/figures';
import { boxes, date, money, signedMoney } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useToday, useMay } from '../../shared/session';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { useUndoWriteOff } from './commands';
import { LotDialog, type LotStep } from './LotDialogs';
import { LotMenu } from './LotMenu';
import { HoldBadge } from './LotRow';
import { useLot, useLotTimeline } from './queries';
import { SellDialog } from './SellDialog';

type Lot = Answer<'/api/lots/{id}'>;
type Movement = Lot['movements'][number];

const route = getRouteApi('/signed-in/stock/$lotId');

export function LotScreen() {
  const { lotId } = route.useParams();
  const lot = useLot(lotId);
  const timeline = useLotTimeline(lotId);
  const today = useToday();
  const [selling, setSelling] = useState<string>();
  const [step, setStep] = useState<LotStep>();
  return (
    <Loaded query={lot} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={data.item}
          above={
            <AnchorLink to="/stock" search={{ view: 'lots' }} size="sm">
              {texts.stock.title}
            </AnchorLink>
          }
          badge={<HoldBadge lot={data} />}
          lead={<MonthsLeft expiry={data.expiry} today={today} />}
          actions={
            <>
              {data.onHand > 0 && !data.hold && (
                <Button
                  onClick={() => {
                    setSelling(data.id);
                  }}
                >
                  {texts.stock.sell}
                </Button>
              )}
              <LotMenu lot={data} splitOff={data.splitOff !== undefined} onStep={setStep} />
            </>
          }
        >
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <LotFacts lot={data} />
                <Book lot={data} />
                <LotSales lot={data} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack>
                <Origin lot={data} />
                <Timeline entries={timeline} />
              </Stack>
            </Grid.Col>
          </Grid>
          <SellDialog
            lotId={selling}
            onClose={() => {
              setSelling(undefined);
            }}
          />
          <LotDialog
            step={step}
            lot={data}
            onClose={() => {
              setStep(undefined);
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
          [texts.stock.setAside, lot.setAside > 0 ? boxes(lot.setAside) : undefined],
          [texts.stock.cost, money(lot.costOnHand)],
          [texts.stock.landed, money(lot.landedCost)],
          [texts.stock.grade, texts.deals.grades[lot.grade]],
          [texts.stock.location, lot.location],
          [texts.stock.lotNumber, lot.lotNumber],
          [texts.stock.stockedOn, date(lot.stockedOn)],
          [texts.stock.note, lot.holdNote],
        ]}
      />
    </Section>
  );
}

/** Back along the chain: the deal and the person, and the lot that this one was a part of. */
function Origin({ lot }: { lot: Lot }) {
  return (
    <Section title={texts.stock.chain}>
      <Facts
        facts={[
          [
            texts.stock.person,
            <AnchorLink key="deal" to="/deals/$dealId" params={{ dealId: lot.dealId }}>
              {lot.customerName}
            </AnchorLink>,
          ],
          [
            texts.stock.splitFrom,
            lot.splitOff && (
              <AnchorLink key="lot" to="/stock/$lotId" params={{ lotId: lot.splitOff }}>
                {texts.stock.otherLot}
              </AnchorLink>
            ),
          ],
        ]}
      />
      <AnchorLink to="/stock/$lotId/custody" params={{ lotId: lot.id }} size="sm">
        {texts.custody.title}
      </AnchorLink>
    </Section>
  );
}

const OTHER_LOT: readonly string[] = ['SPLIT', 'SPLIT_OFF', 'REJOINED', 'TAKEN_BACK'];

/** Every box that came or went. */
function Book({ lot }: { lot: Lot }) {
  return (
    <Section title={texts.stock.book} forWriters>
      <ul className="rows">
        {lot.movements.map((movement, index) => (
          <li key={index}>
            <div className="cardRow">
              <Text size="sm" fw={550} component="div">
                {texts.stock.movements[movement.kind]}
                {reasonOf(movement)}
                {OTHER_LOT.includes(movement.kind) && movement.otherId && (
                  <>
                    {' · '}
                    <AnchorLink to="/stock/$lotId" params={{ lotId: movement.otherId }} size="sm">
                      {texts.stock.otherLot}
                    </AnchorLink>
                  </>
                )}
              </Text>
              <span className="figures">{signed(movement.boxes)}</span>
            </div>
            <div className="cardRow">
              <Text size="sm" c="dimmed">
                {[date(movement.on), movement.note].filter(Boolean).join(' · ')}
              </Text>
              <Group gap="xs">
                {movement.kind === 'WRITTEN_OFF' && <Undo lot={lot} movement={movement} />}
                <Text size="sm" c="dimmed" className="figures">
                  {signedMoney(movement.cost)}
                </Text>
              </Group>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${boxes(value).replace('-', '\u2212')}`;
}

function reasonOf(movement: Movement): string {
  const words: Record<string, string> = { ...texts.stock.countReasons, ...texts.stock.writeOffReasons };
  return movement.reason ? `: ${words[movement.reason] ?? ''}` : '';
}

function Undo({ lot, movement }: { lot: Lot; movement: Movement }) {
  const writes = useMay('write');
  const undo = useUndoWriteOff();
  const { otherId } = movement;
  if (movement.undone) {
    return (
      <Badge variant="light" color="gray" radius="sm" tt="none">
        {texts.stock.undoneBadge}
      </Badge>
    );
  }
  if (!otherId || !writes) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={undo.pending}
      onClick={() => {
        undo.run({ lot, body: { writeOffId: otherId } }, () => {
          tell(texts.stock.undone);
        });
      }}
    >
      {undo.problem ? texts.common.retry : texts.common.undo}
    </Button>
  );
}

/** Forward along the chain: who has the boxes now. */
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
                <AnchorLink to="/sales/$saleId" params={{ saleId: sale.saleId }} fw={550}>
                  {sale.buyer}
                </AnchorLink>
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
