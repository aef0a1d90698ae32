import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Body } from '../../api/types';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { SuggestInput } from '../../shared/form/inputs';
import { texts } from '../../texts';
import { CountForm, LabelForm, SplitForm, WriteOffForm } from './BoxForms';
import { useHoldLot, useMoveLot, useRegradeLot, useRejoin, useReleaseLot } from './commands';
import { About, finish, useFinishWithUndo, GradeSelect, noteOf, options, type FormProps, type Lot } from './lotForm';
import { useLocations } from './queries';

/** What can be done with a lot. */
export type LotStep = 'move' | 'hold' | 'release' | 'regrade' | 'writeOff' | 'count' | 'split' | 'label' | 'rejoin';

interface DialogProps {
  step: LotStep | undefined;
  lot: Lot | undefined;
  onClose: () => void;
}

/** Asks what a step needs to know, and does it; closed while no step is given. */
export function LotDialog({ step, lot, onClose }: DialogProps) {
  return (
    <Modal opened={step !== undefined && lot !== undefined} onClose={onClose} title={step && texts.stock.steps[step]}>
      {step && lot && <StepForm key={step} step={step} lot={lot} close={onClose} />}
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

function MoveForm({ lot, close }: FormProps) {
  const move = useMoveLot();
  const locations = useLocations();
  const finished = useFinishWithUndo(close, texts.stock.done.move);
  const form = useForm({ initialValues: { location: lot.location ?? '' } });
  return (
    <CommandForm
      form={form}
      problem={move.problem}
      pending={move.pending}
      submit={texts.stock.steps.move}
      onCancel={close}
      onSubmit={({ location }) => {
        move.run({ lot, body: location.trim() ? { location: location.trim() } : {} }, finished);
      }}
    >
      <About lot={lot} />
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

function HoldForm({ lot, close }: FormProps) {
  const hold = useHoldLot();
  const finished = useFinishWithUndo(close, texts.stock.done.hold);
  const form = useForm({ initialValues: { reason: 'QUALITY' as HoldReason, note: '' } });
  return (
    <CommandForm
      form={form}
      problem={hold.problem}
      pending={hold.pending}
      submit={texts.stock.steps.hold}
      onCancel={close}
      onSubmit={({ reason, note }) => {
        hold.run({ lot, body: { reason, ...noteOf(note) } }, finished);
      }}
    >
      <About lot={lot} />
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

function Release({ lot, close }: FormProps) {
  const release = useReleaseLot();
  const finished = useFinishWithUndo(close, texts.stock.done.release);
  return (
    <Stack gap="md">
      {release.problem && <ProblemBanner problem={release.problem} />}
      <About lot={lot} />
      <Text size="sm">{texts.stock.releaseLead}</Text>
      <Buttons
        close={close}
        pending={release.pending}
        label={texts.stock.steps.release}
        onClick={() => {
          release.run({ lot }, finished);
        }}
      />
    </Stack>
  );
}

function Rejoin({ lot, close }: FormProps) {
  const rejoin = useRejoin();
  return (
    <Stack gap="md">
      {rejoin.problem && <ProblemBanner problem={rejoin.problem} />}
      <About lot={lot} />
      <Text size="sm">{texts.stock.rejoinLead}</Text>
      <Buttons
        close={close}
        pending={rejoin.pending}
        label={texts.stock.steps.rejoin}
        onClick={() => {
          rejoin.run({ lot }, finish(close, texts.stock.done.rejoin));
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

function RegradeForm({ lot, close }: FormProps) {
  const regrade = useRegradeLot();
  const finished = useFinishWithUndo(close, texts.stock.done.regrade);
  const form = useForm({ initialValues: { grade: lot.grade } });
  return (
    <CommandForm
      form={form}
      problem={regrade.problem}
      pending={regrade.pending}
      submit={texts.stock.steps.regrade}
      onCancel={close}
      onSubmit={({ grade }) => {
        regrade.run({ lot, body: { grade } }, finished);
      }}
    >
      <About lot={lot} />
      <GradeSelect {...form.getInputProps('grade')} />
    </CommandForm>
  );
}
