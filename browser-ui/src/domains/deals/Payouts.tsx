import { ActionIcon, Badge, Button, Group, Menu, Modal, Select, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Body } from '../../api/types';
import { Amount } from '../../shared/figures';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput } from '../../shared/form/inputs';
import { date, money, parseMoney, typedMoney } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { amountOrNothing, filled, type StepFormProps } from './StepForms';

type Payout = Deal['payouts'][number];
type Method = Body<'/api/deals/{id}/payouts', 'post'>['method'];

const COLORS: Record<Payout['state'], string> = {
  PLANNED: 'blue',
  SENT: 'orange',
  CONFIRMED: 'green',
  FAILED: 'red',
  WITHDRAWN: 'gray',
};

const methods = Object.entries(texts.deal.methods).map(([value, label]) => ({ value, label }));

/** What was paid, what is to be, and what came of it. */
export function Payouts({ deal }: { deal: Deal }) {
  const [paying, setPaying] = useState<Payout>();
  const [failing, setFailing] = useState<Payout>();
  const [planning, setPlanning] = useState(false);
  const confirm = useStep('/api/deals/{id}/payouts/confirm');
  const withdraw = useStep('/api/deals/{id}/payouts/withdraw');
  const problem = confirm.problem ?? withdraw.problem;
  return (
    <Section
      title={texts.deal.payouts}
      aside={
        deal.owed.minor > 0 && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              setPlanning(true);
            }}
          >
            {texts.deal.plan}
          </Button>
        )
      }
    >
      {problem && <ProblemBanner problem={problem} />}
      {deal.payouts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.deal.noPayouts}
        </Text>
      ) : (
        <Table className="dense" aria-label={texts.deal.payoutsCaption}>
          <Table.Tbody>
            {deal.payouts.map((payout) => (
              <Table.Tr key={payout.payoutId}>
                <Table.Td>
                  <Group gap="xs">
                    <span className="figures">{date(payout.paidOn)}</span>
                    <Badge variant="light" color={COLORS[payout.state]} radius="sm" tt="none">
                      {texts.deal.payoutStates[payout.state]}
                    </Badge>
                  </Group>
                  <Text size="sm" c="dimmed">
                    {[texts.deal.methods[payout.method], payout.reference, payout.remark].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td className="right">
                  <Amount value={payout.amount} />
                  {payout.fee.minor > 0 && (
                    <Text size="sm" c="dimmed" className="figures">
                      {`${texts.deal.fee} ${money(payout.fee)}`}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td w={44}>
                  <PayoutMenu
                    payout={payout}
                    onPay={() => {
                      setPaying(payout);
                    }}
                    onFail={() => {
                      setFailing(payout);
                    }}
                    onConfirm={() => {
                      confirm.run({ deal, body: { payoutId: payout.payoutId } }, () => {
                        tell(texts.deal.confirmed);
                      });
                    }}
                    onWithdraw={() => {
                      withdraw.run({ deal, body: { payoutId: payout.payoutId } }, () => {
                        tell(texts.deal.withdrawn);
                      });
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Dialog
        opened={planning}
        title={texts.deal.planTitle}
        onClose={() => {
          setPlanning(false);
        }}
      >
        {(close) => <PlanForm deal={deal} close={close} />}
      </Dialog>
      <Dialog
        opened={paying !== undefined}
        title={texts.deal.payTitle}
        onClose={() => {
          setPaying(undefined);
        }}
      >
        {(close) => <PayoutForm deal={deal} planned={paying} close={close} />}
      </Dialog>
      <Dialog
        opened={failing !== undefined}
        title={texts.deal.failTitle}
        onClose={() => {
          setFailing(undefined);
        }}
      >
        {(close) => failing && <FailForm deal={deal} payout={failing} close={close} />}
      </Dialog>
    </Section>
  );
}

interface DialogProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: (close: () => void) => React.ReactNode;
}

function Dialog({ opened, title, onClose, children }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      {opened && children(onClose)}
    </Modal>
  );
}

interface PayoutMenuProps {
  payout: Payout;
  onPay: () => void;
  onFail: () => void;
  onConfirm: () => void;
  onWithdraw: () => void;
}

function PayoutMenu({ payout, onPay, onFail, onConfirm, onWithdraw }: PayoutMenuProps) {
  if (payout.state === 'FAILED' || payout.state === 'WITHDRAWN') return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={texts.deal.payoutActions}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {payout.state === 'PLANNED' ? (
          <>
            <Menu.Item onClick={onPay}>{texts.deal.payNow}</Menu.Item>
            <Menu.Item color="red" onClick={onWithdraw}>
              {texts.deal.withdraw}
            </Menu.Item>
          </>
        ) : (
          <>
            {payout.state === 'SENT' && <Menu.Item onClick={onConfirm}>{texts.deal.confirm}</Menu.Item>}
            <Menu.Item color="red" onClick={onFail}>
              {texts.deal.fail}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export function PayoutForm({ deal, close, planned }: StepFormProps & { planned?: Payout | undefined }) {
  const { currency } = useBusiness();
  const today = useToday();
  const pay = useStep('/api/deals/{id}/payouts');
  // One form is one payout: sent twice, it is still that one.
  const [payoutId] = useState(() => planned?.payoutId ?? newId());
  const form = useForm({
    initialValues: {
      amount: typedMoney(planned?.amount ?? deal.owed),
      method: planned?.method ?? ('CASH' as Method),
      reference: '',
      fee: deal.payoutFee.minor > 0 && deal.paid.minor === 0 ? typedMoney(deal.payoutFee) : '',
      paidOn: today,
    },
    validate: {
      amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded),
      fee: (value) => amountOrNothing(value, currency),
      paidOn: (value) => (value ? null : texts.common.required(texts.deal.paidOn)),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={pay.problem}
      pending={pay.pending}
      submit={texts.deal.paySubmit}
      onCancel={close}
      onSubmit={({ amount, method, reference, fee, paidOn }) => {
        const parsed = parseMoney(amount, currency);
        const cost = parseMoney(fee, currency);
        if (!parsed) return;
        const body = {
          payoutId,
          amount: parsed,
          method,
          paidOn,
          ...filled('reference', reference),
          ...(cost ? { fee: cost } : {}),
        };
        pay.run({ deal, body }, () => {
          close();
          tell(texts.deal.paid);
        });
      }}
    >
      <Text size="sm">{texts.deal.payLead(deal.customerName, money(deal.owed))}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('amount')} />
        <MethodSelect {...form.getInputProps('method')} />
        <TextInput
          label={texts.deal.reference}
          placeholder={texts.deal.referenceHint}
          autoComplete="off"
          {...form.getInputProps('reference')}
        />
        <DateInput label={texts.deal.paidOn} max={today} {...form.getInputProps('paidOn')} />
        <MoneyInput label={texts.deal.fee} {...form.getInputProps('fee')} />
      </SimpleGrid>
    </CommandForm>
  );
}

function PlanForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const plan = useStep('/api/deals/{id}/payouts/plan');
  const [payoutId] = useState(newId);
  const form = useForm({
    initialValues: { amount: typedMoney(deal.owed), method: 'CHECK' as Method, plannedFor: today },
    validate: {
      amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded),
      plannedFor: (value) => (value ? null : texts.common.required(texts.deal.plannedFor)),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={plan.problem}
      pending={plan.pending}
      submit={texts.deal.planSubmit}
      onCancel={close}
      onSubmit={({ amount, method, plannedFor }) => {
        const parsed = parseMoney(amount, currency);
        if (!parsed) return;
        plan.run({ deal, body: { payoutId, amount: parsed, method, plannedFor } }, () => {
          close();
          tell(texts.deal.planned);
        });
      }}
    >
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('amount')} />
        <MethodSelect {...form.getInputProps('method')} />
        <DateInput label={texts.deal.plannedFor} min={today} {...form.getInputProps('plannedFor')} />
      </SimpleGrid>
    </CommandForm>
  );
}

function FailForm({ deal, payout, close }: StepFormProps & { payout: Payout }) {
  const fail = useStep('/api/deals/{id}/payouts/fail');
  const form = useForm({ initialValues: { remark: '' } });
  return (
    <CommandForm
      form={form}
      problem={fail.problem}
      pending={fail.pending}
      submit={texts.deal.failSubmit}
      onCancel={close}
      onSubmit={({ remark }) => {
        fail.run({ deal, body: { payoutId: payout.payoutId, ...filled('remark', remark) } }, () => {
          close();
          tell(texts.deal.failed);
        });
      }}
    >
      <Text size="sm">{texts.deal.failText}</Text>
      <TextInput label={texts.deal.remark} autoComplete="off" data-autofocus {...form.getInputProps('remark')} />
    </CommandForm>
  );
}

export function MethodSelect(props: object) {
  return (
    <Select
      label={texts.deal.method}
      data={methods}
      allowDeselect={false}
      checkIconPosition="right"
      {...props}
    />
  );
}
