import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Body, Grade, Item } from '../../api/types';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput, Stepper, SuggestInput } from '../../shared/form/inputs';
import { boxes, money } from '../../shared/format';
import { tell } from '../../shared/notices';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import {
  useCorrectLabel,
  useCountLot,
  useHoldLots,
  useMoveLots,
  useRegradeLots,
  useRejoin,
  useReleaseLots,
  useSplitLot,
  useWriteOff,
} from './commands';
import { useLocations } from './queries';

export type Lot = Item<'/api/lots'>;

/** What can be done with lots; the first five also with many at once. */
export type LotStep = 'move' | 'hold' | 'release' | 'regrade' | 'writeOff' | 'count' | 'split' | 'label' | 'rejoin';

export const MANY: LotStep[] = ['move', 'hold', 'release', 'regrade', 'writeOff'];

interface DialogProps {
  step: LotStep | undefined;
  lots: Lot[];
  onClose: () => void;
}

/** Asks what a step needs to know, and does it; closed while no step is given. */
export function LotDialog({ step, lots, onClose }: DialogProps) {
  return (
    <Modal opened={step !== undefined && lots.length > 0} onClose={onClose} title={step && texts.stock.steps[step]}>
      {step && lots[0] && <StepForm key={step} step={step} lots={lots} first={lots[0]} close={onClose} />}
    </Modal>
  );
}

interface FormProps {
  lots: Lot[];
  first: Lot;
  close: () => void;
}

function StepForm({ step, ...props }: FormProps & { step: LotStep }) {
  switch (step) {
    case 'move':
      return <MoveForm {...props} />;
    case 'hold':
      return <HoldForm {...props} />;
    case 'release':
      return <Release {...props} />;
    case 'regrade':
      return <RegradeForm {...props} />;
    case 'writeOff':
      return <WriteOffForm {...props} />;
    case 'count':
      return <CountForm {...props} />;
    case 'split':
      return <SplitForm {...props} />;
    case 'label':
      return <LabelForm {...props} />;
    case 'rejoin':
      return <Rejoin {...props} />;
  }
}

/** Names what the step is about. */
function About({ lots, first }: Pick<FormProps, 'lots' | 'first'>) {
  return (
    <div>
      <Text fw={600}>{lots.length === 1 ? first.item : texts.stock.lots(lots.length)}</Text>
      <Text size="sm" c="dimmed">
        {boxes(lots.reduce((total, lot) => total + lot.onHand, 0))}
      </Text>
    </div>
  );
}

function options(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

function noteOf(note: string): { note?: string } {
  return note.trim() ? { note: note.trim() } : {};
}

function finish(close: () => void, done: string) {
  return () => {
    close();
    tell(done);
  };
}

function MoveForm({ lots, first, close }: FormProps) {
  const move = useMoveLots();
  const locations = useLocations();
  const form = useForm({ initialValues: { location: lots.length === 1 ? (first.location ?? '') : '' } });
  return (
    <CommandForm
      form={form}
      problem={move.problem}
      pending={move.pending}
      submit={texts.stock.steps.move}
      onCancel={close}
      onSubmit={({ location }) => {
        const body = location.trim() ? { location: location.trim() } : {};
        move.run({ lots, body: () => body }, finish(close, texts.stock.done.move));
      }}
    >
      <About lots={lots} first={first} />
      <SuggestInput
        label={texts.stock.location}
        description={texts.stock.locationHint}
        data={locations.data ?? []}
        data-autofocus
        {...form.getInputProps('location')}
      />
    </CommandForm>
  );
}

type HoldReason = Body<'/api/lots/{id}/hold', 'post'>['reason'];

function HoldForm({ lots, first, close }: FormProps) {
  const hold = useHoldLots();
  const form = useForm({ initialValues: { reason: 'QUALITY' as HoldReason, note: '' } });
  return (
    <CommandForm
      form={form}
      problem={hold.problem}
      pending={hold.pending}
      submit={texts.stock.steps.hold}
      onCancel={close}
      onSubmit={({ reason, note }) => {
        hold.run({ lots, body: () => ({ reason, ...noteOf(note) }) }, finish(close, texts.stock.done.hold));
      }}
    >
      <About lots={lots} first={first} />
      <Text size="sm">{texts.stock.holdLead}</Text>
      <Select
        label={texts.stock.reason}
        data={options(texts.stock.holdReasons)}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
      <Textarea label={texts.stock.note} autosize minRows={2} {...form.getInputProps('note')} />
    </CommandForm>
  );
}

function Release({ lots, first, close }: FormProps) {
  const release = useReleaseLots();
  return (
    <Stack gap="md">
      {release.problem && <ProblemBanner problem={release.problem} />}
      <About lots={lots} first={first} />
      <Text size="sm">{texts.stock.releaseLead}</Text>
      <Buttons
        close={close}
        pending={release.pending}
        label={texts.stock.steps.release}
        onClick={() => {
          release.run({ lots, body: () => undefined }, finish(close, texts.stock.done.release));
        }}
      />
    </Stack>
  );
}

function Rejoin({ lots, first, close }: FormProps) {
  const rejoin = useRejoin();
  return (
    <Stack gap="md">
      {rejoin.problem && <ProblemBanner problem={rejoin.problem} />}
      <About lots={lots} first={first} />
      <Text size="sm">{texts.stock.rejoinLead}</Text>
      <Buttons
        close={close}
        pending={rejoin.pending}
        label={texts.stock.steps.rejoin}
        onClick={() => {
          rejoin.run({ lots, body: () => undefined }, finish(close, texts.stock.done.rejoin));
        }}
      />
    </Stack>
  );
}

function Buttons(props: { close: () => void; pending: boolean; label: string; onClick: () => void }) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={props.close}>
        {texts.common.cancel}
      </Button>
      <Button loading={props.pending} onClick={props.onClick}>
        {props.label}
      </Button>
    </Group>
  );
}

function RegradeForm({ lots, first, close }: FormProps) {
  const regrade = useRegradeLots();
  const form = useForm({ initialValues: { grade: first.grade } });
  return (
    <CommandForm
      form={form}
      problem={regrade.problem}
      pending={regrade.pending}
      submit={texts.stock.steps.regrade}
      onCancel={close}
      onSubmit={({ grade }) => {
        regrade.run({ lots, body: () => ({ grade }) }, finish(close, texts.stock.done.regrade));
      }}
    >
      <About lots={lots} first={first} />
      <GradeSelect {...form.getInputProps('grade')} />
    </CommandForm>
  );
}

function GradeSelect(props: { value?: Grade }) {
  return <Select label={texts.stock.grade} data={options(texts.deals.grades)} allowDeselect={false} {...props} />;
}

type WriteOffReason = Body<'/api/lots/{id}/write-offs', 'post'>['reason'];

function WriteOffForm({ lots, first, close }: FormProps) {
  const today = useToday();
  const writeOff = useWriteOff();
  // One form is one write-off a lot: sent twice, it is still that one.
  const [ids] = useState(() => new Map(lots.map((lot) => [lot.id, newId()])));
  const one = lots.length === 1;
  const form = useForm({
    initialValues: { quantity: first.onHand, reason: 'DAMAGED' as WriteOffReason, note: '', writtenOffOn: today },
    validate: {
      quantity: (value) => (one && value > first.onHand ? texts.sell.tooMany(first.onHand) : null),
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
        const quantities = new Map(lots.map((lot) => [lot.id, one ? quantity : lot.onHand]));
        writeOff.run(
          {
            lots,
            body: (lot) => ({
              writeOffId: ids.get(lot.id) ?? newId(),
              quantity: quantities.get(lot.id) ?? 0,
              reason,
              writtenOffOn,
              ...noteOf(note),
            }),
          },
          finish(close, texts.stock.done.writeOff),
        );
      }}
    >
      <About lots={lots} first={first} />
      <Text size="sm">{texts.stock.writeOffLead}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {one && (
          <Stepper
            label={texts.stock.boxes}
            max={Math.max(1, first.onHand)}
            {...form.getInputProps('quantity')}
            value={form.values.quantity}
          />
        )}
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

function CountForm({ lots, first, close }: FormProps) {
  const count = useCountLot();
  const form = useForm({
    initialValues: { counted: String(first.onHand), reason: 'MISCOUNTED' as CountReason, note: '' },
    validate: { counted: (value) => (/^\d{1,6}$/.test(value.trim()) ? null : texts.stock.countNeeded) },
  });
  const difference = Number(form.values.counted) - first.onHand;
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
          { lots, body: () => ({ counted: Number(counted), ...why, ...noteOf(note) }) },
          finish(close, texts.stock.done.count),
        );
      }}
    >
      <About lots={lots} first={first} />
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

function SplitForm({ lots, first, close }: FormProps) {
  const split = useSplitLot();
  const locations = useLocations();
  const [partId] = useState(newId);
  const form = useForm({
    initialValues: { quantity: 1, grade: first.grade, location: first.location ?? '' },
    validate: {
      quantity: (value) => (value >= first.onHand ? texts.stock.splitTooMany(first.onHand - 1) : null),
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
        split.run({ lots, body: () => ({ partId, quantity, grade, ...place }) }, finish(close, texts.stock.done.split));
      }}
    >
      <About lots={lots} first={first} />
      <Text size="sm">{texts.stock.splitLead(money(first.costOnHand))}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Stepper
          label={texts.stock.boxes}
          max={Math.max(1, first.onHand - 1)}
          {...form.getInputProps('quantity')}
          value={form.values.quantity}
        />
        <GradeSelect {...form.getInputProps('grade')} />
      </SimpleGrid>
      <SuggestInput label={texts.stock.location} data={locations.data ?? []} {...form.getInputProps('location')} />
    </CommandForm>
  );
}

function LabelForm({ lots, first, close }: FormProps) {
  const label = useCorrectLabel();
  const form = useForm({
    initialValues: { lotNumber: first.lotNumber ?? '', expiry: first.expiry },
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
        label.run({ lots, body: () => ({ expiry, ...number }) }, finish(close, texts.stock.done.label));
      }}
    >
      <About lots={lots} first={first} />
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
