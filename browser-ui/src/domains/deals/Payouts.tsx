import { ActionIcon, Badge, Button, Group, Menu, Modal, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../api/client';
import { Amount } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date, money } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { FailForm, PayoutForm, PlanForm } from './PayoutForms';

type Payout = Deal['payouts'][number];

const COLORS: Record<Payout['state'], string> = {
  PLANNED: 'blue',
  SENT: 'orange',
  CONFIRMED: 'green',
  FAILED: 'red',
  WITHDRAWN: 'gray',
};

/** What was paid, what is to be, and what came of it. */
export function Payouts({ deal }: { deal: Deal }) {
  const [paying, setPaying] = useState<Payout>();
  const [failing, setFailing] = useState<Payout>();
  const [planning, setPlanning] = useState(false);
  const confirm = useStep('/api/deals/{id}/payouts/confirm');
  const tellDone = useTellDone();
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
                    receipt={address('/api/deals/{id}/payouts/{payoutId}/receipt.pdf', {
                      id: deal.id,
                      payoutId: payout.payoutId,
                    })}
                    onPay={() => {
                      setPaying(payout);
                    }}
                    onFail={() => {
                      setFailing(payout);
                    }}
                    onConfirm={() => {
                      confirm.run({ deal, body: { payoutId: payout.payoutId } }, (done) => {
                        tellDone(texts.deal.confirmed, done);
                      });
                    }}
                    onWithdraw={() => {
                      withdraw.run({ deal, body: { payoutId: payout.payoutId } }, (done) => {
                        tellDone(texts.deal.withdrawn, done);
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
  /** Where its receipt is. */
  receipt: string;
  onPay: () => void;
  onFail: () => void;
  onConfirm: () => void;
  onWithdraw: () => void;
}

function PayoutMenu({ payout, receipt, onPay, onFail, onConfirm, onWithdraw }: PayoutMenuProps) {
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
            <Menu.Item component="a" href={receipt} target="_blank" rel="noopener">
              {texts.papers.receipt}
            </Menu.Item>
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
