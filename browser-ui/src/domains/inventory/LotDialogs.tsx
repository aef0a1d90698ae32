import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Body } from '../../api/types';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { SuggestInput } from '../../shared/form/inputs';
import { texts } from '../../texts';
import { CountForm, LabelForm, SplitForm, WriteOffForm } from './BoxForms';
import { moveBack, useHoldLots, useMoveLots, useRegradeLots, useRejoin, useReleaseLots } from './commands';
import { About, finish, finishWithUndo, GradeSelect, noteOf, options, type FormProps, type Lot } from './lotForm';
import { useLocations } from './queries';

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

function MoveForm(props: FormProps) {
  const { lots, first, close } = props;
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
        const back = finishWithUndo(props, texts.stock.done.move, (lot) => moveBack(lot, first.location));
        move.run({ lots, body: () => body }, back);
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
