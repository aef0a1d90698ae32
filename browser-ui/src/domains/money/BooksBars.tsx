import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExpenseCategory, Item } from '../../api/types';
import { date, money } from '../../shared/format';
import { BulkBar, type StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { BulkStep, BulkWish, Found } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import { categories } from './ExpenseForm';

type Expense = Item<'/api/expenses'>;
type Trip = Item<'/api/mileage'>;

/** As many as the server takes at once. */
const CHOSEN_MAX = 200;

export function chosenExpense({ id, version, vendor, amount }: Expense): Chosen {
  return { id, name: texts.expensesBulk.named(vendor, money(amount)), seen: { version } };
}

export function chosenTrip({ id, version, purpose, drivenOn }: Trip): Chosen {
  return { id, name: texts.tripsBulk.named(purpose, date(drivenOn)), seen: { version } };
}

interface BarProps<Row> {
  choice: Choice;
  page: Row[];
  found: Found;
  voided: boolean;
}

/** What can be done with all chosen expenses at once. */
export function ExpensesBar({ choice, page, found, voided }: BarProps<Expense>) {
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenExpense)}
      words={texts.expensesBulk}
      steps={voided ? ['RESTORE'] : ['SET_CATEGORY', 'VOID']}
      found={found}
      csv={{ path: '/api/expenses.csv', query: { voided } }}
      dialog={(asked) => <ExpensesDialog {...asked} />}
    />
  );
}

function ExpensesDialog({ step, chosen, onClose }: StepForMany<BulkStep<'/api/expenses/bulk'>>) {
  const [category, setCategory] = useState<ExpenseCategory | null>(null);
  const [reason, setReason] = useState('');
  return (
    <BulkDialog
      path="/api/expenses/bulk"
      step={step}
      words={texts.expensesBulk}
      chosen={chosen}
      wish={expensesWish(step, category, reason.trim())}
      most={CHOSEN_MAX}
      danger={step === 'VOID'}
      onClose={onClose}
    >
      {step === 'SET_CATEGORY' && (
        <Select
          label={texts.expenses.category}
          description={texts.expenses.categoryHint}
          data={categories}
          searchable
          value={category}
          onChange={setCategory}
          data-autofocus
        />
      )}
      {step === 'VOID' && <Reason value={reason} onChange={setReason} />}
    </BulkDialog>
  );
}

/** What is to be done; nothing while something of it isn't said. */
function expensesWish(
  step: BulkStep<'/api/expenses/bulk'>,
  category: ExpenseCategory | null,
  reason: string,
): BulkWish<'/api/expenses/bulk'> | undefined {
  switch (step) {
    case 'SET_CATEGORY':
      return category ? { step, category } : undefined;
    case 'VOID':
      return reason ? { step, reason } : undefined;
    case 'RESTORE':
      return { step };
  }
}

/** What can be done with all chosen trips at once. */
export function TripsBar({ choice, page, found, voided }: BarProps<Trip>) {
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenTrip)}
      words={texts.tripsBulk}
      steps={voided ? ['RESTORE'] : ['VOID']}
      found={found}
      csv={{ path: '/api/mileage.csv', query: { voided } }}
      dialog={(asked) => <TripsDialog {...asked} />}
    />
  );
}

function TripsDialog({ step, chosen, onClose }: StepForMany<BulkStep<'/api/mileage/bulk'>>) {
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <BulkDialog
      path="/api/mileage/bulk"
      step={step}
      words={texts.tripsBulk}
      chosen={chosen}
      wish={step === 'RESTORE' ? { step } : said ? { step, reason: said } : undefined}
      most={CHOSEN_MAX}
      danger={step === 'VOID'}
      onClose={onClose}
    >
      {step === 'VOID' && <Reason value={reason} onChange={setReason} />}
    </BulkDialog>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  return (
    <TextInput
      label={texts.money.voidReason}
      value={value}
      autoComplete="off"
      data-autofocus
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
