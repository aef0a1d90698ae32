import { ActionIcon, Button, Group, Menu, Modal } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SaleState } from '../../api/types';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { useTellDone } from '../../shared/undo';
import { texts } from '../../texts';
import { usePlainStep, type PlainStep } from './commands';
import { DeliverForm, InspectForm, InvoiceForm, ReceiptForm, ShipForm, type Sale } from './SaleForms';

type Asking = 'ship' | 'deliver' | 'inspect' | 'invoice' | 'receipt' | 'cancel';
type Step = PlainStep | Asking | 'edit';

/** For each state the one obvious step, and after it those that may be taken as well. */
const STEPS: Record<SaleState, Step[]> = {
  DRAFT: ['confirm', 'offer', 'edit', 'cancel'],
  OFFERED: ['confirm', 'edit', 'cancel'],
  CONFIRMED: ['pack', 'ship', 'reopen', 'cancel'],
  PACKED: ['ship', 'reopen', 'cancel'],
  SHIPPED: ['deliver', 'inspect', 'invoice'],
  DELIVERED: ['inspect', 'invoice'],
  INSPECTED: ['invoice', 'deliver'],
  INVOICED: ['receipt', 'deliver', 'inspect'],
  PART_PAID: ['receipt', 'deliver', 'inspect'],
  PAID: ['close'],
  CLOSED: [],
  CANCELLED: [],
};

const ASKING: readonly Step[] = ['ship', 'deliver', 'inspect', 'invoice', 'receipt', 'cancel'];

function isPossible(sale: Sale, step: Step): boolean {
  if (step === 'deliver') return sale.deliveredOn === undefined;
  return step !== 'inspect' || sale.inspectedOn === undefined;
}

/** The one obvious next step of a sale; the others stand back in a menu. */
export function SaleActions({ sale }: { sale: Sale }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>();
  const [primary, ...others] = STEPS[sale.state].filter((step) => isPossible(sale, step));
  const take = (step: Step) => {
    if (step === 'edit') void navigate({ to: '/sales/$saleId/edit', params: { saleId: sale.id } });
    else setAsking(step as Asking);
  };
  const close = () => {
    setAsking(undefined);
  };
  return (
    <>
      {primary && <StepButton key={primary} sale={sale} step={primary} onAsk={take} />}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={texts.deal.moreActions}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((step) => (
              <StepItem key={step} sale={sale} step={step} onAsk={take} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal opened={asking !== undefined} onClose={close} title={asking && texts.sale.steps[asking]}>
        {asking && <Asked step={asking} sale={sale} close={close} />}
      </Modal>
    </>
  );
}

interface StepProps {
  sale: Sale;
  step: Step;
  onAsk: (step: Step) => void;
}

/** Takes a plain step at once; any other asks first. */
function useStep({ sale, step, onAsk }: StepProps) {
  const plain = ASKING.includes(step) || step === 'edit' ? 'offer' : (step as PlainStep);
  const command = usePlainStep(plain);
  const tellDone = useTellDone();
  const run = () => {
    if (ASKING.includes(step) || step === 'edit') onAsk(step);
    else {
      command.run(sale, (done) => {
        tellDone(texts.sale.done[plain], done);
      });
    }
  };
  return { command, run };
}

function StepButton(props: StepProps) {
  const { command, run } = useStep(props);
  return (
    <>
      <Button loading={command.pending} onClick={run}>
        {texts.sale.steps[props.step]}
      </Button>
      <Refused command={command} />
    </>
  );
}

function StepItem(props: StepProps) {
  const { command, run } = useStep(props);
  return (
    <>
      <Menu.Item closeMenuOnClick={ASKING.includes(props.step)} onClick={run}>
        {texts.sale.steps[props.step]}
      </Menu.Item>
      <Refused command={command} />
    </>
  );
}

/** Why a step that asks nothing was refused. */
function Refused({ command }: Pick<ReturnType<typeof useStep>, 'command'>) {
  return (
    <Modal opened={command.problem !== undefined} onClose={command.clear} withCloseButton={false}>
      {command.problem && <ProblemBanner problem={command.problem} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={command.clear}>
          {texts.common.close}
        </Button>
      </Group>
    </Modal>
  );
}

function Asked({ step, sale, close }: { step: Asking; sale: Sale; close: () => void }) {
  switch (step) {
    case 'ship':
      return <ShipForm sale={sale} close={close} />;
    case 'deliver':
      return <DeliverForm sale={sale} close={close} />;
    case 'inspect':
      return <InspectForm sale={sale} close={close} />;
    case 'invoice':
      return <InvoiceForm sale={sale} close={close} />;
    case 'receipt':
      return <ReceiptForm sale={sale} close={close} />;
    case 'cancel':
      return <Cancel sale={sale} close={close} />;
  }
}

function Cancel({ sale, close }: { sale: Sale; close: () => void }) {
  const cancel = usePlainStep('cancel');
  const tellDone = useTellDone();
  return (
    <AreYouSure
      problem={cancel.problem}
      pending={cancel.pending}
      explained={texts.sale.cancelText}
      submit={texts.sale.cancelSubmit}
      back={texts.common.back}
      onBack={close}
      onSubmit={() => {
        cancel.run(sale, (done) => {
          close();
          tellDone(texts.sale.done.cancel, done);
        });
      }}
    />
  );
}
