import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import type { Command } from '../../shared/command';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { texts } from '../../texts';
import { useCancelDeal, useDeclineQuote } from './commands';
import { AcceptForm, PayoutForm, ReceiveForm } from './StepForms';

type Deal = Answer<'/api/deals/{id}'>;
type Step = 'accept' | 'receive' | 'pay' | 'decline' | 'cancel';

const TITLES: Record<Step, (deal: Deal) => string> = {
  accept: () => texts.deal.acceptTitle,
  receive: () => texts.deal.receiveTitle,
  pay: () => texts.deal.payTitle,
  decline: (deal) => texts.deal.declineTitle(deal.customerName),
  cancel: (deal) => texts.deal.cancelTitle(deal.customerName),
};

const PRIMARY: Partial<Record<Deal['state'], { step: Step; label: string }>> = {
  QUOTED: { step: 'accept', label: texts.deal.accept },
  ACCEPTED: { step: 'receive', label: texts.deal.receive },
  RECEIVED: { step: 'pay', label: texts.deal.pay },
};

/** The one obvious next step of a deal; the others stand back in a menu. */
export function DealActions({ deal, onSell }: { deal: Deal; onSell: (lotId: string) => void }) {
  const [step, setStep] = useState<Step>();
  const close = () => {
    setStep(undefined);
  };
  const primary = PRIMARY[deal.state];
  const sellable = deal.lines.find((line) => line.lotId && line.onHand > 0)?.lotId;
  const open = deal.state === 'QUOTED' || deal.state === 'ACCEPTED';

  return (
    <>
      {primary && (
        <Button
          onClick={() => {
            setStep(primary.step);
          }}
        >
          {primary.label}
        </Button>
      )}
      {sellable && (
        <Button
          variant={primary ? 'default' : 'filled'}
          onClick={() => {
            onSell(sellable);
          }}
        >
          {texts.deal.sell}
        </Button>
      )}
      {open && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={texts.deal.moreActions}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {deal.state === 'QUOTED' && (
              <Menu.Item
                onClick={() => {
                  setStep('decline');
                }}
              >
                {texts.deal.decline}
              </Menu.Item>
            )}
            <Menu.Item
              color="red"
              onClick={() => {
                setStep('cancel');
              }}
            >
              {texts.deal.cancel}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal opened={step !== undefined} onClose={close} title={step && TITLES[step](deal)}>
        {step && <StepContent step={step} deal={deal} close={close} />}
      </Modal>
    </>
  );
}

function StepContent({ step, deal, close }: { step: Step; deal: Deal; close: () => void }) {
  switch (step) {
    case 'accept':
      return <AcceptForm deal={deal} close={close} />;
    case 'receive':
      return <ReceiveForm deal={deal} close={close} />;
    case 'pay':
      return <PayoutForm deal={deal} close={close} />;
    case 'decline':
      return <Decline deal={deal} close={close} />;
    case 'cancel':
      return <Cancel deal={deal} close={close} />;
  }
}

function Decline({ deal, close }: { deal: Deal; close: () => void }) {
  return (
    <Confirm
      deal={deal}
      close={close}
      command={useDeclineQuote()}
      text={texts.deal.declineText}
      submit={texts.deal.declineSubmit}
      done={texts.deal.declined}
    />
  );
}

function Cancel({ deal, close }: { deal: Deal; close: () => void }) {
  return (
    <Confirm
      deal={deal}
      close={close}
      command={useCancelDeal()}
      text={texts.deal.cancelText}
      submit={texts.deal.cancelSubmit}
      done={texts.deal.cancelled}
    />
  );
}

interface ConfirmProps {
  deal: Deal;
  close: () => void;
  command: Command<Deal>;
  text: string;
  submit: string;
  done: string;
}

/** Asks once before a step that can't be taken back. */
function Confirm({ deal, close, command, text, submit, done }: ConfirmProps) {
  return (
    <>
      {command.problem && <ProblemBanner problem={command.problem} />}
      <Text size="sm" my="sm">
        {text}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {texts.common.back}
        </Button>
        <Button
          color="red"
          loading={command.pending}
          onClick={() => {
            command.run(deal, () => {
              close();
              tell(done);
            });
          }}
        >
          {submit}
        </Button>
      </Group>
    </>
  );
}
