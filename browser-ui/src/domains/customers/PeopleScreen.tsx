import { Badge, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, Profit } from '../../shared/figures';
import { count, date, number, phone } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import { useChoice, type Choice, type Chosen } from '../../shared/list/chosen';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { phonesText, texts } from '../../texts';
import { CHOSEN_MAX } from './bulk';
import { ChoosePerson, PeopleBar } from './PeopleBar';
import { AddPersonDialog } from './PersonDialogs';
import { TagBadges } from './CardFields';
import { useCardPlan, useCustomers, useLeadSources } from './queries';

type Person = Item<'/api/customers'>;

const DEFAULT_SORT = 'name';

const columnsFor = (choice: Choice): Column<Person>[] => [
  {
    id: 'name',
    header: texts.people.name,
    sortable: true,
    cell: (person) => (
      <Group gap="xs" wrap="nowrap">
        <ChoosePerson person={person} choice={choice} />
        <PersonLink person={person} />
      </Group>
    ),
  },
  {
    id: 'phones',
    header: texts.people.phones,
    cell: (person) => <span className="figures">{phonesText(person.phones)}</span>,
  },
  { id: 'tags', header: texts.tags.title, cell: (person) => <TagBadges tags={person.tags} /> },
  { id: 'emails', header: texts.people.emails, hidden: true, cell: (person) => person.emails.join(', ') },
  { id: 'leadSource', header: texts.people.leadSource, cell: (person) => person.leadSource ?? texts.common.none },
  { id: 'deals', header: texts.people.deals, sortable: true, right: true, cell: (person) => number(person.deals) },
  { id: 'boxes', header: texts.people.boxes, right: true, hidden: true, cell: (person) => number(person.boxes) },
  {
    id: 'paid',
    header: texts.people.paid,
    sortable: true,
    right: true,
    cell: (person) => <Amount value={person.paid} />,
  },
  {
    id: 'proceeds',
    header: texts.people.proceeds,
    right: true,
    hidden: true,
    cell: (person) => <Amount value={person.proceeds} />,
  },
  {
    id: 'profit',
    header: texts.people.profit,
    sortable: true,
    right: true,
    cell: (person) => <Profit value={person.profit} />,
  },
  {
    id: 'lastDealOn',
    header: texts.people.lastDeal,
    sortable: true,
    right: true,
    cell: (person) => (person.lastDealOn ? date(person.lastDealOn) : texts.common.none),
  },
];

const route = getRouteApi('/signed-in/people');

/** @param textThem what texts the people who are chosen */
export function PeopleScreen({ textThem }: { textThem: (people: Chosen[]) => ReactNode }) {
  const { add, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const leadSources = useLeadSources();
  const plan = useCardPlan().data;
  const asked = {
    ...(search.search ? { search: search.search } : {}),
    ...(search.leadSource ? { leadSource: search.leadSource } : {}),
    ...(search.tag ? { tag: search.tag } : {}),
    ...(search.doNotBuy ? { doNotBuy: true } : {}),
    archived: search.archived ?? false,
  };
  const filters = { ...asked, sort: search.sort ?? DEFAULT_SORT };
  const choice = useChoice(CHOSEN_MAX);
  const columns = columnsFor(choice);
  const list = useCustomers({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search> & { add?: boolean | undefined }) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const addButton = (
    <Button
      leftSection={<IconUserPlus size={16} aria-hidden />}
      onClick={() => {
        show({ add: true });
      }}
    >
      {texts.people.add}
    </Button>
  );

  return (
    <>
      <ListScreen
        name="PEOPLE"
        title={texts.people.title}
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(person) => person.id}
        card={(person) => <PersonCard person={person} choice={choice} />}
        csv={address('/api/customers.csv', {}, filters)}
        searchHint={texts.people.searchHint}
        filtered={Boolean(search.search ?? search.leadSource ?? search.tag ?? search.doNotBuy ?? search.archived)}
        onClear={() => void navigate({ search: {} })}
        actions={
          <>
            <ButtonLink to="/people/duplicates" variant="default" leftSection={<IconUsers size={16} aria-hidden />}>
              {texts.people.duplicates}
            </ButtonLink>
            {addButton}
          </>
        }
        filters={
          <>
            <Select
              label={texts.people.leadSource}
              placeholder={texts.list.all}
              clearable
              data={leadSources.data ?? []}
              value={search.leadSource ?? null}
              onChange={(value) => {
                show({ leadSource: value ?? undefined, page: undefined });
              }}
              flex="1 1 150px"
              maw={{ sm: 200 }}
            />
            {plan && plan.tags.length > 0 && (
              <Select
                label={texts.people.tag}
                placeholder={texts.list.all}
                clearable
                data={plan.tags.map((tag) => ({ value: tag.id, label: tag.name }))}
                value={search.tag ?? null}
                onChange={(value) => {
                  show({ tag: value ?? undefined, page: undefined });
                }}
                flex="1 1 130px"
                maw={{ sm: 170 }}
              />
            )}
            <Select
              label={texts.people.doNotBuyFilter}
              placeholder={texts.list.all}
              clearable
              data={[{ value: 'no', label: texts.people.notBuy }]}
              value={search.doNotBuy ? 'no' : null}
              onChange={(value) => {
                show({ doNotBuy: value === 'no' || undefined, page: undefined });
              }}
              flex="1 1 130px"
              maw={{ sm: 170 }}
            />
            <SegmentedControl
              aria-label={texts.people.archivedFilter}
              data={[
                { value: 'current', label: texts.people.current },
                { value: 'archived', label: texts.people.archivedFilter },
              ]}
              value={search.archived ? 'archived' : 'current'}
              onChange={(value) => {
                show({ archived: value === 'archived' || undefined, page: undefined });
              }}
            />
          </>
        }
        empty={<Empty picture="people" title={texts.people.emptyTitle} text={texts.people.empty} step={addButton} />}
      />
      <PeopleBar
        choice={choice}
        page={list.data?.items ?? []}
        total={list.data?.total ?? 0}
        filter={asked}
        textThem={textThem}
      />
      <AddPersonDialog
        opened={add ?? false}
        onClose={() => {
          show({ add: undefined });
        }}
        onDone={(done) => void navigate({ to: '/people/$customerId', params: { customerId: done.id } })}
      />
    </>
  );
}

function PersonLink({ person }: { person: Person }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Link to="/people/$customerId" params={{ customerId: person.id }} className="rowLink">
        {person.name}
      </Link>
      {person.doNotBuy && (
        <Badge color="red" size="sm" tt="none">
          {texts.doNotBuy.badge}
        </Badge>
      )}
      {person.archived && (
        <Badge variant="light" color="gray" size="sm" tt="none">
          {texts.people.archivedBadge}
        </Badge>
      )}
    </Group>
  );
}

function PersonCard({ person, choice }: { person: Person; choice: Choice }) {
  return (
    <>
      <div className="cardRow">
        <Group gap="xs" wrap="nowrap">
          <ChoosePerson person={person} choice={choice} />
          <PersonLink person={person} />
        </Group>
        <Profit value={person.profit} />
      </div>
      <div className="cardRow">
        <Text size="sm" c="dimmed" className="figures">
          {person.phones[0] ? phone(person.phones[0]) : (person.leadSource ?? texts.common.none)}
        </Text>
        <Text size="sm" c="dimmed">
          {count(person.deals, 'deal', 'deals')}
        </Text>
      </div>
    </>
  );
}
