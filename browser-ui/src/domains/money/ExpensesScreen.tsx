import { Badge, Button, Select, Text, UnstyledButton } from '@mantine/core';
import { IconPaperclip, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { address } from '../../api/client';
import type { ExpenseCategory, Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { date } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { DayRange } from '../../shared/list/DayRange';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { chosenExpense, ExpensesBar } from './BooksBars';
import { AddExpenseDialog, ExpenseDialog } from './ExpenseDialogs';
import { categories } from './ExpenseForm';
import { MoneyTabs } from './MoneyTabs';
import { useExpenses } from './queries';

type Expense = Item<'/api/expenses'>;

const DEFAULT_SORT = '-spentOn';

function title(category: ExpenseCategory): string {
  return texts.expenses.categories[category][1];
}

function columns(open: (id: string) => void): Column<Expense>[] {
  return [
    {
      id: 'vendor',
      header: texts.expenses.vendor,
      sortable: true,
      cell: (expense) => <Name expense={expense} open={open} />,
    },
    {
      id: 'spentOn',
      header: texts.expenses.spentOn,
      sortable: true,
      cell: (expense) => <span className="figures">{date(expense.spentOn)}</span>,
    },
    {
      id: 'category',
      header: texts.expenses.category,
      sortable: true,
      cell: (expense) => texts.expenses.line(expense.scheduleCLine, title(expense.category)),
    },
    { id: 'method', header: texts.expenses.method, cell: (expense) => texts.expenses.methods[expense.method] },
    {
      id: 'note',
      header: texts.money.note,
      cell: (expense) => <span className="clip dimmed">{expense.note}</span>,
    },
    {
      id: 'receipt',
      header: texts.expenses.receipt,
      cell: (expense) => expense.receipt && <IconPaperclip size={16} aria-label={texts.expenses.receipt} />,
    },
    {
      id: 'amount',
      header: texts.expenses.amount,
      sortable: true,
      right: true,
      cell: (expense) => <Amount value={expense.amount} strong />,
    },
  ];
}

const route = getRouteApi('/signed-in/money');

/** Where did it go? */
export function ExpensesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<string>();
  const choice = useChoice(FOUND_MAX);
  const shownColumns = useMemo(() => columns(setOpen), []);
  const filters = {
    search: search.search,
    category: search.category,
    from: search.from,
    to: search.to,
    voided: search.voided,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useExpenses({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        show({ add: true });
      }}
    >
      {texts.expenses.add}
    </Button>
  );

  return (
    <>
      <ListScreen
        name="EXPENSES"
        title={texts.money.tabs.expenses}
        above={<MoneyTabs />}
        columns={shownColumns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(expense) => expense.id}
        card={(expense) => <ExpenseCard expense={expense} open={setOpen} />}
        csv={address('/api/expenses.csv', {}, filters)}
        choosing={{ choice, one: chosenExpense, label: texts.expensesBulk.choose }}
        searchHint={texts.expenses.searchHint}
        filtered={Boolean(search.search ?? search.category ?? search.from ?? search.to ?? search.voided)}
        onClear={() => void navigate({ search: {} })}
        actions={add}
        filters={
          <>
            <Select
              label={texts.expenses.category}
              placeholder={texts.list.all}
              clearable
              searchable
              data={categories}
              value={search.category ?? null}
              onChange={(value) => {
                show({ category: value ?? undefined, page: undefined });
              }}
              flex="1 1 160px"
              maw={{ sm: 230 }}
            />
            <DayRange search={search} show={show} />
            <Select
              label={texts.money.state}
              data={[
                { value: 'current', label: texts.money.current },
                { value: 'voided', label: texts.money.voided },
              ]}
              value={search.voided ? 'voided' : 'current'}
              allowDeselect={false}
              onChange={(value) => {
                show({ voided: value === 'voided' ? true : undefined, page: undefined });
              }}
              w={{ sm: 120 }}
            />
          </>
        }
        empty={<Empty picture="page" title={texts.expenses.emptyTitle} text={texts.expenses.empty} step={add} />}
      />
      <ExpensesBar
        choice={choice}
        found={foundBy('/api/expenses', filters, list.data?.total, chosenExpense)}
        page={list.data?.items ?? []}
        voided={filters.voided ?? false}
      />
      <AddExpenseDialog
        opened={search.add === true}
        onClose={() => {
          show({ add: undefined });
        }}
      />
      <ExpenseDialog
        id={open}
        onClose={() => {
          setOpen(undefined);
        }}
      />
    </>
  );
}

function Name({ expense, open }: { expense: Expense; open: (id: string) => void }) {
  return (
    <UnstyledButton
      className="rowLink"
      fz="inherit"
      onClick={() => {
        open(expense.id);
      }}
    >
      {expense.vendor}
      {expense.voided && (
        <Badge variant="light" color="gray" radius="sm" tt="none" ml="xs">
          {texts.money.voidedBadge}
        </Badge>
      )}
    </UnstyledButton>
  );
}

function ExpenseCard({ expense, open }: { expense: Expense; open: (id: string) => void }) {
  return (
    <>
      <div className="cardRow">
        <Name expense={expense} open={open} />
        <Amount value={expense.amount} strong />
      </div>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {title(expense.category)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {expense.receipt && <IconPaperclip size={14} aria-label={texts.expenses.receipt} />} {date(expense.spentOn)}
        </Text>
      </div>
    </>
  );
}
