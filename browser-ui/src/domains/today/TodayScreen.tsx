import { Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileImport, IconPencilPlus } from '@tabler/icons-react';
import { Link, linkOptions, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { MonthsLeft, Profit } from '../../shared/figures';
import { boxes, date, daysUntil, money, weekday } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useTodaysWork } from './queries';
import { ButtonLink } from '../../shared/links';

type Today = Answer<'/api/today'>;

/** What needs me now? */
export function TodayScreen() {
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
      <Loaded query={work}>{(data) => (isNew(data) ? <Welcome /> : <Work data={data} today={today} />)}</Loaded>
    </Screen>
  );
}

/** Nothing bought, nothing in stock, nothing waiting. */
function isNew({ counts, month, stock }: Today): boolean {
  const waiting = counts.quotesRunningOut + counts.awaitingBoxes + counts.payoutsDue + counts.expiringSoon;
  return waiting === 0 && stock.boxes === 0 && month.bought === 0 && month.proceeds.minor === 0;
}

function Welcome() {
  return (
    <Paper withBorder radius="md">
      <Empty
        picture="box"
        title={texts.today.emptyTitle}
        text={texts.today.empty}
        action={
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

function Work({ data, today }: { data: Today; today: string }) {
  const { counts, month, stock } = data;
  const quiet = counts.quotesRunningOut + counts.awaitingBoxes + counts.payoutsDue + counts.expiringSoon === 0;
  return (
    <Stack gap="lg">
      {quiet ? (
        <Paper withBorder radius="md">
          <Empty picture="calm" title={texts.today.quiet} text={texts.today.quietHint} />
        </Paper>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
          {data.payoutsDue.length > 0 && (
            <Section
              title={texts.today.payoutsDue}
              aside={
                <All
                  shown={data.payoutsDue.length}
                  total={counts.payoutsDue}
                  link={linkOptions({ to: '/deals', search: { state: 'RECEIVED' } })}
                />
              }
            >
              <DealRows deals={data.payoutsDue} note={(deal) => texts.today.owed(money(deal.owed))} />
            </Section>
          )}
          {data.awaitingBoxes.length > 0 && (
            <Section
              title={texts.today.awaitingBoxes}
              aside={
                <All
                  shown={data.awaitingBoxes.length}
                  total={counts.awaitingBoxes}
                  link={linkOptions({ to: '/deals', search: { state: 'ACCEPTED' } })}
                />
              }
            >
              <DealRows deals={data.awaitingBoxes} note={(deal) => texts.today.acceptedOn(deal.date)} />
            </Section>
          )}
          {data.quotesRunningOut.length > 0 && (
            <Section
              title={texts.today.quotesRunningOut}
              aside={
                <All
                  shown={data.quotesRunningOut.length}
                  total={counts.quotesRunningOut}
                  link={linkOptions({ to: '/deals', search: { state: 'QUOTED' } })}
                />
              }
            >
              <DealRows
                deals={data.quotesRunningOut}
                note={(deal) =>
                  deal.validUntil
                    ? texts.today.runsOut(deal.validUntil, daysUntil(deal.validUntil, today))
                    : date(deal.date)
                }
              />
            </Section>
          )}
          {data.expiringSoon.length > 0 && (
            <Section
              title={texts.today.expiringSoon}
              aside={
                <All
                  shown={data.expiringSoon.length}
                  total={counts.expiringSoon}
                  link={linkOptions({ to: '/stock' })}
                />
              }
            >
              <ul className="rows">
                {data.expiringSoon.map((lot) => (
                  <li key={lot.id}>
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
                ))}
              </ul>
            </Section>
          )}
        </SimpleGrid>
      )}
      <Section title={texts.today.month(month.month)}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
          <Tile label={texts.today.earned} figure={<Profit value={month.profit} />} note={texts.today.earnedHint} />
          <Tile label={texts.today.proceeds} figure={money(month.proceeds)} />
          <Tile label={texts.today.paidOut} figure={money(month.paidOut)} />
          <Tile label={texts.today.bought} figure={boxes(month.bought)} />
          <Tile label={texts.today.inStock} figure={boxes(stock.boxes)} note={texts.today.atCost(money(stock.cost))} />
        </SimpleGrid>
      </Section>
    </Stack>
  );
}

function DealRows(props: { deals: Today['payoutsDue']; note: (deal: Today['payoutsDue'][number]) => string }) {
  return (
    <ul className="rows">
      {props.deals.map((deal) => (
        <li key={deal.id}>
          <div className="cardRow">
            <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
              {deal.customerName}
            </Link>
            <span className="figures">{props.note(deal)}</span>
          </div>
          <Text size="sm" c="dimmed" truncate>
            {deal.items}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** A link to the whole list, where only the first rows are shown. */
function All({ shown, total, link }: { shown: number; total: number; link: LinkProps }) {
  if (total <= shown) return null;
  return (
    <Text size="sm">
      <Link {...link} className="textLink">
        {texts.today.all(total)}
      </Link>
    </Text>
  );
}

function Tile({ label, figure, note }: { label: string; figure: ReactNode; note?: string }) {
  return (
    <div className="tile">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="tileFigure">{figure}</div>
      {note && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
