import { Alert } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import type { Answer } from '../../api/types';
import { Profit } from '../../shared/figures';
import { date, money, number } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Facts, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { LatestDeals } from './LatestDeals';

type Customer = Answer<'/api/customers/{id}'>;

/** Of who was forgotten, nothing can be changed any more: what their deals add up to is left. */
export function ErasedPerson({ person, children }: { person: Customer; children: React.ReactNode }) {
  return (
    <Screen
      title={texts.privacy.erasedPerson}
      above={
        <AnchorLink to="/people" size="sm">
          {texts.people.title}
        </AnchorLink>
      }
    >
      <Alert color="gray" variant="light" icon={<IconShieldLock aria-hidden />}>
        {texts.privacy.erasedText}
      </Alert>
      <Section title={texts.people.lifetime}>
        <Lifetime person={person} />
      </Section>
      <LatestDeals customerId={person.id} total={person.deals} />
      {children}
    </Screen>
  );
}

/** What the deals with a person add up to. */
export function Lifetime({ person }: { person: Customer }) {
  return (
    <Facts
      facts={[
        [texts.people.deals, number(person.deals)],
        [texts.people.boxes, number(person.boxes)],
        [texts.people.paid, money(person.paid)],
        [texts.people.proceeds, money(person.proceeds)],
        [texts.people.profit, <Profit key="profit" value={person.profit} />],
        [texts.people.lastDeal, person.lastDealOn && date(person.lastDealOn)],
      ]}
    />
  );
}
