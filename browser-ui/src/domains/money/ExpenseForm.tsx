import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Answer, Body, ExpenseCategory, PaymentMethod } from '../../api/types';
import { Attachment } from '../../shared/Attachment';
import type { Command } from '../../shared/command';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput, SuggestInput } from '../../shared/form/inputs';
import type { UploadedFile } from '../../shared/files';
import { parseMoney, typedMoney } from '../../shared/format';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { BookedOn, type DealOrSale } from './BookedOn';
import { useVendors } from './queries';

type ExpenseBody = Body<'/api/expenses', 'post'>;

export type ExpenseValues = {
  amount: string;
  vendor: string;
  category: ExpenseCategory | null;
  method: PaymentMethod;
  spentOn: string;
  note: string;
  receipt: UploadedFile | undefined;
  bookedOn: DealOrSale;
};

export function valuesOf(expense: Answer<'/api/expenses/{id}'>): ExpenseValues {
  return {
    amount: typedMoney(expense.amount),
    vendor: expense.vendor,
    category: expense.category,
    method: expense.method,
    spentOn: expense.spentOn,
    note: expense.note ?? '',
    receipt: expense.receipt,
    bookedOn: { dealId: expense.dealId, saleId: expense.saleId },
  };
}

export const categories = (
  Object.entries(texts.expenses.categories) as [ExpenseCategory, readonly [line: string, title: string]][]
).map(([value, [line, title]]) => ({ value, label: texts.expenses.line(line, title) }));

const methods = Object.entries(texts.expenses.methods).map(([value, label]) => ({ value, label }));

interface ExpenseFormProps<Input> {
  initial: Partial<ExpenseValues>;
  command: Command<Input>;
  onSubmit: (body: ExpenseBody) => void;
  onCancel: () => void;
}

/** An expense: the receipt, how much, to whom; what it was for comes by itself where the vendor is known. */
export function ExpenseForm<Input>({ initial, command, onSubmit, onCancel }: ExpenseFormProps<Input>) {
  const { currency } = useBusiness();
  const today = useToday();
  const vendors = useVendors();
  const form = useForm<ExpenseValues>({
    initialValues: {
      amount: '',
      vendor: '',
      category: null,
      method: 'CARD',
      spentOn: today,
      note: '',
      receipt: undefined,
      bookedOn: {},
      ...initial,
    },
    validate: {
      amount: (value) => (parseMoney(value, currency)?.minor ? null : texts.common.amountNeeded),
      vendor: (value) => (value.trim() ? null : texts.expenses.vendorNeeded),
      category: (value) => (value ? null : texts.expenses.categoryNeeded),
      spentOn: (value) => (value ? null : texts.common.required(texts.expenses.spentOn)),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={command.problem}
      pending={command.pending}
      submit={texts.expenses.save}
      onCancel={onCancel}
      onSubmit={({ amount, vendor, category, method, spentOn, note, receipt, bookedOn }) => {
        const parsed = parseMoney(amount, currency);
        if (!parsed || !category) return;
        onSubmit({
          amount: parsed,
          vendor: vendor.trim(),
          category,
          method,
          spentOn,
          ...(note.trim() ? { note: note.trim() } : {}),
          ...(receipt ? { receiptId: receipt.id } : {}),
          ...(bookedOn.dealId ? { dealId: bookedOn.dealId } : {}),
          ...(bookedOn.saleId ? { saleId: bookedOn.saleId } : {}),
        });
      }}
    >
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.expenses.amount} data-autofocus {...form.getInputProps('amount')} />
        <Attachment
          label={texts.expenses.receipt}
          value={form.values.receipt}
          onChange={(file) => {
            form.setFieldValue('receipt', file);
          }}
        />
      </SimpleGrid>
      <SuggestInput
        label={texts.expenses.vendor}
        data={(vendors.data ?? []).map((vendor) => vendor.name)}
        {...form.getInputProps('vendor')}
        onOptionSubmit={(name) => {
          const known = vendors.data?.find((vendor) => vendor.name === name);
          if (known) form.setValues({ category: known.category, method: known.method });
        }}
      />
      <Select
        label={texts.expenses.category}
        placeholder={texts.expenses.categoryHint}
        searchable
        data={categories}
        checkIconPosition="right"
        {...form.getInputProps('category')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={texts.expenses.method}
          data={methods}
          allowDeselect={false}
          checkIconPosition="right"
          {...form.getInputProps('method')}
        />
        <DateInput label={texts.expenses.spentOn} max={today} {...form.getInputProps('spentOn')} />
      </SimpleGrid>
      <BookedOn
        value={form.values.bookedOn}
        onChange={(next) => {
          form.setFieldValue('bookedOn', next);
        }}
      />
      <Textarea label={texts.money.note} autosize minRows={1} {...form.getInputProps('note')} />
    </CommandForm>
  );
}
