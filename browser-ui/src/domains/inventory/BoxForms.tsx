import { Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, Stepper, SuggestInput } from '../../shared/form/inputs';
import { money } from '../../shared/format';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useCorrectLabel, useCountLot, useSplitLot, useWriteOff } from './commands';
import { About, finish, useFinishWithUndo, GradeSelect, noteOf, options, type FormProps } from './lotForm';
import { useLocations } from './queries';

type WriteOffReason = Body<'/api/lots/{id}/write-offs', 'post'>['reason'];

export function WriteOffForm({ lot, close }: FormProps) {
  const today = useToday();
  const writeOff = useWriteOff();
  const finished = useFinishWithUndo(close, texts.stock.done.writeOff);
  // One form is one write-off: sent twice, it is still that one.
  const [writeOffId] = useState(newId);
  const form = useForm({
    initialValues: { quantity: lot.onHand, reason: 'DAMAGED' as WriteOffReason, note: '', writtenOffOn: today },
    validate: {
      quantity: (value) => (value > lot.onHand ? texts.sell.tooMany(lot.onHand) : null),
      writtenOffOn: (value) => (value ? null : texts.common.required(texts.stock.on)),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={writeOff.problem}
      pending={writeOff.pending}
      submit={texts.stock.steps.writeOff}
      onCancel={close}
      onSubmit={({ quantity, reason, note, writtenOffOn }) => {
        writeOff.run({ lot, body: { writeOffId, quantity, reason, writtenOffOn, ...noteOf(note) } }, finished);
      }}
    >
      <About lot={lot} />
      <Text size="sm">{texts.stock.writeOffLead}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Stepper
          label={texts.stock.boxes}
          max={Math.max(1, lot.onHand)}
          {...form.getInputProps('quantity')}
          value={form.values.quantity}
        />
        <Select
          label={texts.stock.reason}
          data={options(texts.stock.writeOffReasons)}
          allowDeselect={false}
          {...form.getInputProps('reason')}
        />
        <DateInput label={texts.stock.on} max={today} {...form.getInputProps('writtenOffOn')} />
      </SimpleGrid>
      <Textarea label={texts.stock.note} autosize minRows={2} {...form.getInputProps('note')} />
    </CommandForm>
  );
}

type CountReason = NonNullable<Body<'/api/lots/{id}/count', 'post'>['reason']>;

export function CountForm({ lot, close }: FormProps) {
  const count = useCountLot();
  const form = useForm({
    initialValues: { counted: String(lot.onHand), reason: 'MISCOUNTED' as CountReason, note: '' },
    validate: { counted: (value) => (/^\d{1,6}$/.test(value.trim()) ? null : texts.stock.countNeeded) },
  });
  const difference = Number(form.values.counted) - lot.onHand;
  const differs = Number.isInteger(difference) && difference !== 0;
  return (
    <CommandForm
      form={form}
      problem={count.problem}
      pending={count.pending}
      submit={texts.stock.steps.count}
      onCancel={close}
      onSubmit={({ counted, reason, note }) => {
        const why = differs ? { reason } : {};
        count.run(
          { lot, body: { counted: Number(counted), ...why, ...noteOf(note) } },
          finish(close, texts.stock.done.count),
        );
      }}
    >
      <About lot={lot} />
      <TextInput
        label={texts.stock.counted}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('counted')}
      />
      <Text size="sm" aria-live="polite">
        {texts.stock.countDifference(differs ? difference : 0)}
      </Text>
      {differs && (
        <>
          <Select
            label={texts.stock.reason}
            data={options(texts.stock.countReasons)}
            allowDeselect={false}
            {...form.getInputProps('reason')}
          />
          <Textarea label={texts.stock.note} autosize minRows={2} {...form.getInputProps('note')} />
        </>
      )}
    </CommandForm>
  );
}

export function SplitForm({ lot, close }: FormProps) {
  const split = useSplitLot();
  const finished = useFinishWithUndo(close, texts.stock.done.split);
  const locations = useLocations();
  const [partId] = useState(newId);
  const form = useForm({
    initialValues: { quantity: 1, grade: lot.grade, location: lot.location ?? '' },
    validate: {
      quantity: (value) => (value >= lot.onHand ? texts.stock.splitTooMany(lot.onHand - 1) : null),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={split.problem}
      pending={split.pending}
      submit={texts.stock.steps.split}
      onCancel={close}
      onSubmit={({ quantity, grade, location }) => {
        const place = location.trim() ? { location: location.trim() } : {};
        split.run({ lot, body: { partId, quantity, grade, ...place } }, finished);
      }}
    >
      <About lot={lot} />
      <Text size="sm">{texts.stock.splitLead(money(lot.costOnHand))}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Stepper
          label={texts.stock.boxes}
          max={Math.max(1, lot.onHand - 1)}
          {...form.getInputProps('quantity')}
          value={form.values.quantity}
        />
        <GradeSelect {...form.getInputProps('grade')} />
      </SimpleGrid>
      <SuggestInput label={texts.stock.location} data={locations.data ?? []} {...form.getInputProps('location')} />
    </CommandForm>
  );
}

export function LabelForm({ lot, close }: FormProps) {
  const label = useCorrectLabel();
  const finished = useFinishWithUndo(close, texts.stock.done.label);
  const form = useForm({
    initialValues: { lotNumber: lot.lotNumber ?? '', expiry: lot.expiry },
    validate: { expiry: (value) => (/^\d{4}-\d{2}$/.test(value) ? null : texts.stock.expiryNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={label.problem}
      pending={label.pending}
      submit={texts.stock.steps.label}
      onCancel={close}
      onSubmit={({ lotNumber, expiry }) => {
        const number = lotNumber.trim() ? { lotNumber: lotNumber.trim() } : {};
        label.run({ lot, body: { expiry, ...number } }, finished);
      }}
    >
      <About lot={lot} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={texts.stock.lotNumber}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('lotNumber')}
        />
        <TextInput type="month" label={texts.stock.expiry} {...form.getInputProps('expiry')} />
      </SimpleGrid>
    </CommandForm>
  );
}
