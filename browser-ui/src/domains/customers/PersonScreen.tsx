import { ActionIcon, Alert, Button, Grid, Group, Menu, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArchive,
  IconArchiveOff,
  IconBan,
  IconDots,
  IconMessage,
  IconPencil,
  IconPencilPlus,
  IconShieldLock,
  IconShoppingCart,
  IconUsers,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { addressLines } from '../../shared/format';
import { tellWithUndo } from '../../shared/notices';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { undoFacts, useTellDone } from '../../shared/undo';
import { texts } from '../../texts';
import { Attestations } from './Attestations';
import { CardFields, TagMenu } from './CardFields';
import { useArchiveCustomer, useCardStep, useRestoreCustomer } from './commands';
import { ErasedPerson, Lifetime } from './ErasedPerson';
import { Files } from './Files';
import { LatestDeals } from './LatestDeals';
import { MergeDialog } from './MergeDialog';
import { Notes } from './Notes';
import { PayoutHandles } from './PayoutHandles';
import { EditPersonDialog } from './PersonDialogs';
import { PrivacyDialog } from './PrivacyDialog';
import { useCustomer, useCustomerTimeline, useRecords, type TimelineKind } from './queries';
import { reaches } from './Reaches';
import { PersonBadges, Restricted } from './PersonState';
import { RuleOutDialog } from './RuleOutDialog';
import { AlsoAs, TakeApart } from './TakeApart';
import { Tasks } from './Tasks';
import { AnchorLink, ButtonLink } from '../../shared/links';

type Customer = Answer<'/api/customers/{id}'>;

const route = getRouteApi('/signed-in/people/$customerId');

/**
 * Who is this?
 *
 * @param textsWith the latest texts with them
 */
export function PersonScreen({ textsWith }: { textsWith: (customerId: string) => ReactNode }) {
  const { customerId } = route.useParams();
  const customer = useCustomer(customerId);
  const [kind, show] = useState<TimelineKind>();
  const timeline = useCustomerTimeline(customerId, kind);
  return (
    <Loaded query={customer} skeleton={<SkeletonLines />}>
      {(person) => {
        const Card = person.erased ? ErasedPerson : PersonCard;
        return (
          <Card key={person.id} person={person}>
            {textsWith(person.id)}
            <AnchorLink to="/settings/audit" search={{ person: person.id }} size="sm">
              {texts.audit.toJournal}
            </AnchorLink>
            <Timeline
              entries={timeline}
              gone={person.erased}
              filter={
                <Select
                  aria-label={texts.timeline.kind}
                  placeholder={texts.timeline.everything}
                  clearable
                  size="xs"
                  w={140}
                  data={Object.entries(texts.timeline.kinds).map(([value, label]) => ({ value, label }))}
                  value={kind ?? null}
                  onChange={(value) => {
                    show((value ?? undefined) as TimelineKind | undefined);
                  }}
                />
              }
            />
          </Card>
        );
      }}
    </Loaded>
  );
}

function PersonCard({ person, children }: { person: Customer; children: ReactNode }) {
  const [editing, edit] = useDisclosure(false);
  const queries = useQueryClient();
  const archive = useArchiveCustomer();
  const restore = useRestoreCustomer();
  const tellDone = useTellDone();
  const step = useCardStep();
  const records = useRecords(person.id);
  const [ruling, ruleOut] = useDisclosure(false);
  const [merging, merge] = useDisclosure(false);
  const [asking, ask] = useDisclosure(false);
  const problem = archive.problem ?? restore.problem ?? step.problem;
  // What is said of one card of a person holds for the person.
  const cards = [person, ...person.merged, ...(person.mergedInto ? [person.mergedInto] : [])];
  const reasons = cards.flatMap((card) => card.doNotBuyFor ?? []);
  const ruledOut = reasons.length > 0;
  const contacts = [person, ...person.merged].flatMap((card) => card.contacts);

  return (
    <Screen
      title={person.name}
      above={
        <AnchorLink to="/people" size="sm">
          {texts.people.title}
        </AnchorLink>
      }
      badge={<PersonBadges person={person} />}
      actions={
        <>
          {person.archived ? (
            <Button
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              loading={restore.pending}
              onClick={() => {
                restore.run(person, (done) => {
                  tellDone(texts.people.restored(person.name), done);
                });
              }}
            >
              {texts.people.restore}
            </Button>
          ) : ruledOut ? undefined : (
            <ButtonLink
              to="/quote"
              search={{ person: person.id }}
              leftSection={<IconPencilPlus size={16} aria-hidden />}
            >
              {texts.people.quote}
            </ButtonLink>
          )}
          {person.phones[0] && (
            <ButtonLink
              to="/inbox"
              search={{ number: person.phones[0] }}
              variant="default"
              leftSection={<IconMessage size={16} aria-hidden />}
            >
              {texts.people.text}
            </ButtonLink>
          )}
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={edit.open}>
            {texts.common.edit}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="default"
                size={36}
                aria-label={texts.deal.moreActions}
                loading={archive.pending || step.pending}
              >
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {!person.mergedInto && (
                <Menu.Item leftSection={<IconUsers size={16} aria-hidden />} onClick={merge.open}>
                  {texts.merge.another}
                </Menu.Item>
              )}
              {person.doNotBuy ? (
                <Menu.Item
                  leftSection={<IconShoppingCart size={16} aria-hidden />}
                  onClick={() => {
                    step.run({ customer: person, step: { path: '/api/customers/{id}/do-not-buy/lift' } }, (done) => {
                      tellWithUndo(texts.doNotBuy.lifted(person.name), () => undoFacts(queries, [done.position]));
                    });
                  }}
                >
                  {texts.doNotBuy.lift}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={ruleOut.open}>
                  {texts.doNotBuy.ruleOut}
                </Menu.Item>
              )}
              {!person.archived && (
                <Menu.Item
                  leftSection={<IconArchive size={16} aria-hidden />}
                  onClick={() => {
                    archive.run(person, (done) => {
                      tellWithUndo(texts.people.archived(person.name), () => undoFacts(queries, [done.position]));
                    });
                  }}
                >
                  {texts.people.archive}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconShieldLock size={16} aria-hidden />} onClick={ask.open}>
                {texts.privacy.menu}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      {problem && <ProblemBanner problem={problem} />}
      {reasons.map((reason) => (
        <Alert key={reason} color="red" variant="light" title={texts.doNotBuy.title} icon={<IconBan aria-hidden />}>
          {reason}
        </Alert>
      ))}
      {person.restricted && <Restricted person={person} />}
      {person.mergedInto && (
        <Alert color="yellow" variant="light" title={texts.merge.wasMerged(person.name)}>
          <Group gap="xs">
            <AnchorLink to="/people/$customerId" params={{ customerId: person.mergedInto.id }} size="sm">
              {texts.merge.see(person.mergedInto.name)}
            </AnchorLink>
            <TakeApart card={person} />
          </Group>
        </Alert>
      )}
      <TagMenu person={person} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Section title={texts.people.lifetime}>
              <Lifetime person={person} />
            </Section>
            <Loaded query={records} skeleton={<SkeletonLines lines={4} />}>
              {(kept) => (
                <>
                  <Tasks person={person} tasks={kept.tasks} />
                  <Notes person={person} notes={kept.notes} />
                  <LatestDeals customerId={person.id} total={person.deals} />
                  <Files person={person} files={kept.files} />
                </>
              )}
            </Loaded>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <Section title={texts.people.contact}>
              <Facts
                facts={[
                  [texts.people.phones, reaches(contacts, 'PHONE')],
                  [texts.people.emails, reaches(contacts, 'EMAIL')],
                  ...person.addresses.map(
                    ({ address, label }) =>
                      [
                        label ? texts.people.addressAt(texts.people.labels[label]) : texts.people.address,
                        addressLines(address).join(', '),
                      ] as const,
                  ),
                  [texts.people.leadSource, person.leadSource],
                ]}
              />
              {person.phones.length + person.emails.length === 0 &&
                person.addresses.length === 0 &&
                !person.leadSource && (
                  <Text size="sm" c="dimmed">
                    {texts.common.none}
                  </Text>
                )}
            </Section>
            <CardFields person={person} />
            <Attestations id={person.id} />
            {records.data && <PayoutHandles person={person} handles={records.data.handles} />}
            <AlsoAs person={person} />
            {children}
          </Stack>
        </Grid.Col>
      </Grid>
      <RuleOutDialog person={person} opened={ruling} onClose={ruleOut.close} />
      <PrivacyDialog person={person} opened={asking} onClose={ask.close} />
      <MergeDialog survivor={person} opened={merging} onClose={merge.close} />
      <EditPersonDialog
        customer={person}
        opened={editing}
        onClose={edit.close}
        onDone={(done) => {
          edit.close();
          tellDone(texts.people.saved, done);
        }}
      />
    </Screen>
  );
}
