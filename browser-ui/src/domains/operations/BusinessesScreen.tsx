import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { date, moment, number } from '../../shared/format';
import { tellProblem } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { enterSupport } from './commands';
import { LimitsSection } from './LimitsSection';
import { PlainTable, ShortId } from './parts';
import { useBusinesses, useOpenSupport, type Business, type OpenSupport } from './queries';

/** Which businesses are there, and how much do they have? What they have is theirs alone. */
export function BusinessesScreen() {
  const businesses = useBusinesses();
  const [sought, setSought] = useState('');
  const isSought = ({ name, id }: Business) => `${name} ${id}`.toLowerCase().includes(sought.trim().toLowerCase());
  return (
    <Screen title={texts.operator.businesses} lead={texts.operator.businessesLead}>
      <SupportSection />
      <Section
        title={texts.operator.businesses}
        aside={
          <TextInput
            size="xs"
            aria-label={texts.operator.find}
            placeholder={texts.operator.find}
            value={sought}
            onChange={(event) => {
              setSought(event.currentTarget.value);
            }}
          />
        }
      >
        <Loaded query={businesses}>
          {(all) => (
            <PlainTable
              label={texts.operator.businesses}
              columns={texts.operator.businessColumns}
              rows={all.filter(isSought)}
              none={texts.operator.noBusinesses}
              keyOf={({ id }) => id}
              cells={businessCells}
            />
          )}
        </Loaded>
      </Section>
      <LimitsSection />
    </Screen>
  );
}

const KILO = 1024;

function businessCells(business: Business) {
  return [
    <Stack key="name" gap={0}>
      <Text span size="sm">
        {business.name}
      </Text>
      <ShortId id={business.id} />
    </Stack>,
    business.erasedOn ? (
      <Badge key="state" color="red" variant="light" tt="none">
        {texts.operator.closedUntil(date(business.erasedOn))}
      </Badge>
    ) : (
      <Badge key="state" color={business.ownerConfirmed ? 'teal' : 'gray'} variant="light" tt="none">
        {business.ownerConfirmed ? texts.operator.open : texts.operator.unconfirmed}
      </Badge>
    ),
    business.lastActiveOn ? date(business.lastActiveOn) : '',
    number(business.members),
    number(business.events),
    number(business.people),
    number(business.deals),
    number(business.sales),
    texts.operator.files(number(business.files), number(Math.ceil(business.fileBytes / KILO))),
  ];
}

/** Where somebody of us is let in. */
function SupportSection() {
  const open = useOpenSupport();
  return (
    <Section title={texts.operator.support}>
      <Loaded query={open}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.operator.noSupport}
            </Text>
          ) : (
            <Stack gap="sm">
              {all.map((each) => (
                <SupportRow key={each.id} support={each} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function SupportRow({ support }: { support: OpenSupport }) {
  const { timeZone } = useBusiness();
  const entering = useMutation({
    mutationFn: () => enterSupport(support.id),
    onSuccess: () => {
      // Nothing that was known here is known there.
      window.location.assign('/');
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Group justify="space-between" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {support.business}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {support.reason}
        </Text>
        <Text size="xs" c="dimmed">
          {texts.support.terms(support.mayWrite, moment(support.goodUntil, timeZone))}
        </Text>
      </div>
      <Button
        size="compact-sm"
        loading={entering.isPending}
        aria-label={texts.operator.enterBusiness(support.business)}
        onClick={() => {
          entering.mutate();
        }}
      >
        {texts.operator.enter}
      </Button>
    </Group>
  );
}
