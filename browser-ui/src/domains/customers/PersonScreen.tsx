import { ActionIcon, Anchor, Badge, Button, Grid, Menu, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconPencilPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Answer } from '../../api/types';
import { Profit, StateBadge } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { addressLines, date, money, number, phone } from '../../shared/format';
import { tell, tellWithUndo } from '../../shared/notices';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { restoreAgain, useArchiveCustomer, useRestoreCustomer } from './commands';
import { EditPersonDialog } from './PersonDialogs';
import { useCustomer, useCustomerDeals, useCustomerTimeline } from './queries';
import { AnchorLink, ButtonLink } from '../../shared/links';

type Customer = Answer<'/api/customers/{id}'>;

const route = getRouteApi('/signed-in/people/$customerId');

/** Who is this? */
export function PersonScreen() {
  const { customerId } = route.useParams();
  const customer = useCustomer(customerId);
  const timeline = useCustomerTimeline(customerId);
  return (
    <Loaded query={customer} skeleton={<SkeletonLines />}>
      {(person) => (
        <PersonCard key={person.id} person={person}>
          <Timeline entries={timeline} />
        </PersonCard>
      )}
    </Loaded>
  );
}

function PersonCard({ person, children }: { person: Customer; children: React.ReactNode }) {
  const [editing, edit] = useDisclosure(false);
  const queries = useQueryClient();
  const archive = useArchiveCustomer();
  const restore = useRestoreCustomer();
  const problem = archive.problem ?? restore.problem;

  return (
    <Screen
      title={person.name}
      above={
        <AnchorLink to="/people" size="sm">
          {texts.people.title}
        </AnchorLink>
      }
      badge={
        person.archived && (
          <Badge variant="light" color="gray" tt="none">
            {texts.people.archivedBadge}
          </Badge>
        )
      }
      actions={
        <>
          {person.archived ? (
            <Button
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              loading={restore.pending}
              onClick={() => {
                restore.run(person, () => {
                  tell(texts.people.restored(person.name));
                });
              }}
            >
              {texts.people.restore}
            </Button>
          ) : (
            <ButtonLink
              to="/quote"
              search={{ person: person.id }}
              leftSection={<IconPencilPlus size={16} aria-hidden />}
            >
              {texts.people.quote}
            </ButtonLink>
          )}
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={edit.open}>
            {texts.common.edit}
          </Button>
          {!person.archived && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={texts.deal.moreActions} loading={archive.pending}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconArchive size={16} aria-hidden />}
                  onClick={() => {
                    archive.run(person, (done) => {
                      tellWithUndo(texts.people.archived(person.name), () => restoreAgain(queries, done));
                    });
                  }}
                >
                  {texts.people.archive}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      {problem && <ProblemBanner problem={problem} />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Section title={texts.people.lifetime}>
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
            </Section>
            <LatestDeals customerId={person.id} total={person.deals} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <Section title={texts.people.contact}>
              <Facts
                facts={[
                  [texts.people.phones, links('tel:', person.phones, phone)],
                  [texts.people.emails, links('mailto:', person.emails, (email) => email)],
                  [texts.people.address, person.address && addressLines(person.address).join(', ')],
                  [texts.people.leadSource, person.leadSource],
                  [texts.people.note, person.note],
                ]}
              />
              {person.phones.length + person.emails.length === 0 && !person.address && !person.leadSource && (
                <Text size="sm" c="dimmed">
                  {texts.common.none}
                </Text>
              )}
            </Section>
            {children}
          </Stack>
        </Grid.Col>
      </Grid>
      <EditPersonDialog
        customer={person}
        opened={editing}
        onClose={edit.close}
        onDone={() => {
          edit.close();
          tell(texts.people.saved);
        }}
      />
    </Screen>
  );
}

function links(scheme: string, values: string[], write: (value: string) => string) {
  if (values.length === 0) return undefined;
  return values.map((value) => (
    <Anchor key={value} href={scheme + value} display="block" c="inherit">
      {write(value)}
    </Anchor>
  ));
}

function LatestDeals({ customerId, total }: { customerId: string; total: number }) {
  const deals = useCustomerDeals(customerId);
  return (
    <Section
      title={texts.deals.title}
      aside={
        total > 10 && (
          <AnchorLink to="/deals" search={{ customerId }} size="sm">
            {texts.people.allDeals}
          </AnchorLink>
        )
      }
    >
      <Loaded query={deals} skeleton={<SkeletonLines lines={3} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.people.noDeals}
            </Text>
          ) : (
            <ul className="rows">
              {page.items.map((deal) => (
                <li key={deal.id}>
                  <div className="cardRow">
                    <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
                      {deal.items}
                    </Link>
                    <StateBadge state={deal.state} />
                  </div>
                  <div className="cardRow">
                    <Text size="sm" c="dimmed">
                      {date(deal.date)}
                    </Text>
                    <Text size="sm" c="dimmed" className="figures">
                      {money(deal.quoted)}
                    </Text>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
