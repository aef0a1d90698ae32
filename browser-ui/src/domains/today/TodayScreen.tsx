import { Grid, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileImport, IconPencilPlus } from '@tabler/icons-react';
import { Link, linkOptions, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { MonthsLeft, Profit } from '../../shared/figures';
import { boxes, date, daysUntil, money, month, sum, weekday } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { Tile } from '../../shared/Tile';
import { texts } from '../../texts';
import { useTierDrops, useTodaysWork } from './queries';
import { ButtonLink } from '../../shared/links';

type Today = Answer<'/api/today'>;
type Deal = Today['payoutsDue'][number];

/** Rows of one kind: the rest is one step away, and the screen stays calm. */
const SHOWN = 5;

/** What needs me now? {@link tasks} are those of another domain that are due; absent where none is. */
export function TodayScreen({ tasks }: { tasks?: ReactNode }) {
  const today = useToday();
  const work = useTodaysWork();
  return (
    <Screen
      title={texts.today.title}
      lead={weekday(today)}
      actions={
        <ButtonLink to="/quote" leftSection={<IconPencilPlus size={16} aria-hidden />}>
          {texts.palette.newQuote}
        </ButtonLink>
      }
    >
      <Loaded query={work}>
        {(data) => (isNew(data) && !tasks ? <Welcome /> : <Work data={data} today={today} tasks={tasks} />)}
      </Loaded>
    </Screen>
  );
}

function isQuiet({ counts }: Today): boolean {
  return (
    counts.quotesRunningOut +
      counts.awaitingBoxes +
      counts.boxesArrived +
      counts.payoutsDue +
      counts.expiringSoon +
      counts.expired ===
    0
  );
}

/** Nothing bought, nothing in stock, nothing waiting. */
function isNew(today: Today): boolean {
  return isQuiet(today) && today.stock.boxes === 0 && today.month.bought === 0 && today.month.proceeds.minor === 0;
}

function Welcome() {
  return (
    <Paper withBorder radius="md">
      <Empty
        picture="box"
        title={texts.today.emptyTitle}
        text={texts.today.empty}
        step={
          <Group justify="center">
            <ButtonLink to="/imports" leftSection={<IconFileImport size={16} aria-hidden />}>
              {texts.today.import}
            </ButtonLink>
            <ButtonLink to="/quote" variant="default">
              {texts.today.quote}
            </ButtonLink>
          </Group>
        }
      />
    </Paper>
  );
}

function Work({ data, today, tasks }: { data: Today; today: string; tasks: ReactNode }) {
  const { counts, month, stock } = data;
  const drops = useTierDrops().data ?? [];
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack>
          {tasks}
          {isQuiet(data) && !tasks && drops.length === 0 && (
            <Paper withBorder radius="md">
              <Empty picture="calm" title={texts.today.quiet} text={texts.today.quietHint} />
            </Paper>
          )}
          <Waiting
            title={texts.today.payoutsDue}
            total={counts.payoutsDue}
            link={linkOptions({ to: '/deals', search: { state: 'AGREED' } })}
          >
            {data.payoutsDue.slice(0, SHOWN).map((deal) => (
              <DealRow key={deal.id} deal={deal} note={texts.today.owed(money(deal.owed))} />
            ))}
          </Waiting>
          <Waiting
            title={texts.today.boxesArrived}
            total={counts.boxesArrived}
            link={linkOptions({ to: '/deals', search: { state: 'RECEIVED' } })}
          >
            {data.boxesArrived.slice(0, SHOWN).map((deal) => (
              <DealRow key={deal.id} deal={deal} note={texts.today.acceptedOn(deal.date)} />
            ))}
          </Waiting>
          <Waiting
            title={texts.today.awaitingBoxes}
            total={counts.awaitingBoxes}
            link={linkOptions({ to: '/deals', search: { view: 'board' } })}
          >
            {data.awaitingBoxes.slice(0, SHOWN).map((deal) => (
              <DealRow key={deal.id} deal={deal} note={texts.today.acceptedOn(deal.date)} />
            ))}
          </Waiting>
          <Waiting
            title={texts.today.quotesRunningOut}
            total={counts.quotesRunningOut}
            link={linkOptions({ to: '/deals', search: { state: 'QUOTED' } })}
          >
            {data.quotesRunningOut.slice(0, SHOWN).map((deal) => (
              <DealRow key={deal.id} deal={deal} note={runsOut(deal, today)} />
            ))}
          </Waiting>
          <TierDrops drops={drops} />
          <Waiting
            title={texts.today.expiringSoon}
            total={counts.expiringSoon}
            link={linkOptions({ to: '/stock', search: { view: 'lots', within: 90 } })}
          >
            {data.expiringSoon.slice(0, SHOWN).map((lot) => (
              <LotRow key={lot.id} lot={lot} today={today} />
            ))}
          </Waiting>
          {counts.expired > 0 && (
            <Section title={texts.today.expired}>
              <Link to="/stock" search={{ view: 'lots', state: 'EXPIRED' }} className="textLink">
                {texts.today.expiredLots(counts.expired)}
              </Link>
            </Section>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Section title={texts.today.month(month.month)}>
          <SimpleGrid cols={2} verticalSpacing="lg">
            <Tile label={texts.today.earned} figure={<Profit value={month.profit} />} note={texts.today.earnedHint} />
            <Tile label={texts.today.proceeds} figure={money(month.proceeds)} />
            <Tile label={texts.today.paidOut} figure={money(month.paidOut)} />
            <Tile label={texts.today.bought} figure={boxes(month.bought)} />
            <Tile
              label={texts.today.inStock}
              figure={boxes(stock.boxes)}
              note={texts.today.atCost(money(stock.cost))}
            />
          </SimpleGrid>
        </Section>
      </Grid.Col>
    </Grid>
  );
}

/** A kind of thing that waits for the person; nothing at all where none does. */
function Waiting(props: { title: string; total: number; link: LinkProps; children: ReactNode }) {
  if (props.total === 0) return null;
  return (
    <Section
      title={props.title}
      aside={
        props.total > SHOWN && (
          <Text size="sm">
            <Link {...props.link} className="textLink">
              {texts.today.all(props.total)}
            </Link>
          </Text>
        )
      }
    >
      <ul className="rows">{props.children}</ul>
    </Section>
  );
}

/** Boxes that are soon worth less, the largest loss first; each row opens a sale to who pays most now. */
function TierDrops({ drops }: { drops: Answer<'/api/tier-drops'> }) {
  const { currency } = useBusiness();
  const all = drops.toSorted((a, b) => b.loss.minor - a.loss.minor);
  const loss = sum(
    all.map((drop) => drop.loss),
    currency,
  );
  return (
    <Waiting
      title={texts.today.tierDrops(money(loss))}
      total={all.length}
      link={linkOptions({ to: '/prices/tier-drops' })}
    >
      {all.slice(0, SHOWN).map((drop) => (
        <li key={`${drop.productId} ${drop.expiry} ${drop.grade}`}>
          <div className="cardRow">
            <Link to="/sales/new" search={{ buyer: drop.buyerName }} className="rowLink">
              {drop.item} · {month(drop.expiry)}
            </Link>
            <span className="figures loss">{texts.tierDrops.lose(money(drop.loss))}</span>
          </div>
          <Text size="sm" c="dimmed">
            {texts.today.tierDrop(boxes(drop.boxes), drop.dropsOn, drop.buyerName)}
          </Text>
        </li>
      ))}
    </Waiting>
  );
}

function runsOut(deal: Deal, today: string): string {
  return deal.validUntil ? texts.today.runsOut(deal.validUntil, daysUntil(deal.validUntil, today)) : date(deal.date);
}

function DealRow({ deal, note }: { deal: Deal; note: string }) {
  return (
    <li>
      <div className="cardRow">
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
          {deal.customerName}
        </Link>
        <span className="figures">{note}</span>
      </div>
      <Text size="sm" c="dimmed" truncate>
        {deal.items}
      </Text>
    </li>
  );
}

function LotRow({ lot, today }: { lot: Today['expiringSoon'][number]; today: string }) {
  return (
    <li>
      <div className="cardRow">
        <Link to="/stock/$lotId" params={{ lotId: lot.id }} className="rowLink">
          {lot.item}
        </Link>
        <span className="figures">{boxes(lot.onHand)}</span>
      </div>
      <div className="cardRow">
        <Text size="sm" component="div">
          <MonthsLeft expiry={lot.expiry} today={today} />
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {money(lot.costOnHand)}
        </Text>
      </div>
    </li>
  );
}
