import { Button, Grid, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { phone } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { useTellDone } from '../../shared/undo';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { EditBuyerDialog } from './BuyerDialogs';
import { useRestoreBuyer, useRetireBuyer } from './commands';
import { PriceListPanel } from './PriceListPanel';
import { useBuyer, usePriceListTimeline } from './queries';

type Buyer = Answer<'/api/buyers/{id}'>;

const route = getRouteApi('/signed-in/prices/buyers/$buyerId');

/** What does this buyer pay, and on what terms? */
export function BuyerScreen() {
  const { buyerId } = route.useParams();
  const buyer = useBuyer(buyerId);
  const timeline = usePriceListTimeline(buyerId);
  return (
    <Loaded query={buyer} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={data.name}
          above={
            <AnchorLink to="/prices/buyers" size="sm">
              {texts.buyers.title}
            </AnchorLink>
          }
          actions={<Actions buyer={data} />}
        >
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <PriceListPanel listId={data.id} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack>
                <Terms buyer={data} />
                <Timeline entries={timeline} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Screen>
      )}
    </Loaded>
  );
}

function Actions({ buyer }: { buyer: Buyer }) {
  const [editing, setEditing] = useState(false);
  const retire = useRetireBuyer();
  const tellDone = useTellDone();
  const restore = useRestoreBuyer();
  const problem = retire.problem ?? restore.problem;
  if (problem) return <ProblemBanner problem={problem} />;
  if (buyer.retired) {
    return (
      <Button
        loading={restore.pending}
        onClick={() => {
          restore.run(buyer, (done) => {
            tellDone(texts.catalog.restored(buyer.name), done);
          });
        }}
      >
        {texts.catalog.restore}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="default"
        loading={retire.pending}
        onClick={() => {
          retire.run(buyer, (done) => {
            tellDone(texts.buyers.retired(buyer.name), done);
          });
        }}
      >
        {texts.catalog.retire}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => {
          setEditing(true);
        }}
      >
        {texts.buyers.edit}
      </Button>
      <EditBuyerDialog
        buyer={buyer}
        opened={editing}
        onClose={() => {
          setEditing(false);
        }}
        onDone={(done) => {
          setEditing(false);
          tellDone(texts.buyers.saved, done);
        }}
      />
    </>
  );
}

function Terms({ buyer }: { buyer: Buyer }) {
  return (
    <Section title={texts.buyers.termsTitle} forWriters>
      <Facts
        facts={[
          [texts.buyers.minimumMonths, String(buyer.minimumMonths)],
          [texts.buyers.grades, buyer.grades.map((grade) => texts.deals.grades[grade]).join(', ')],
          [texts.buyers.channels, buyer.channels.map((channel) => texts.catalog.channels[channel]).join(', ')],
          [texts.buyers.deduction, `${String(buyer.deduction)} %`],
          [texts.buyers.priceFixed, texts.buyers.pricesFixed[buyer.priceFixed]],
          [texts.buyers.paymentDays, String(buyer.paymentDays)],
          [texts.buyers.contact, buyer.contact],
          [texts.buyers.phone, buyer.phone && phone(buyer.phone)],
          [texts.buyers.email, buyer.email],
          [texts.buyers.note, buyer.note],
        ]}
      />
    </Section>
  );
}
