import { Button, Modal, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { MoneyInput } from '../../shared/form/inputs';
import { money, parseMoney, sum } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { lineWorth, worth, type Inspected, type Line } from './dealLines';
import { Bar, Frame, Lines } from './InspectionParts';
import { MethodSelect } from './PayoutForms';
import { AcceptanceBox, amountOrNothing, filled } from './StepForms';

/** Both sides at one table: what differs is kept here until it is paid for. */
export function MeetingInspection({ deal }: { deal: Deal }) {
  const { currency } = useBusiness();
  const [changes, setChanges] = useState<Inspected[]>([]);
  const [paying, setPaying] = useState(false);
  const lines = deal.lines.map((line) => changed(line, changes, currency)).concat(besides(deal, changes, currency));
  const total = sum(
    lines.map((line) => lineWorth(line, currency)),
    currency,
  );
  return (
    <Frame deal={deal}>
      <Lines
        deal={deal}
        lines={lines}
        locked={false}
        pending={false}
        onInspect={(body, then) => {
          setChanges([...changes.filter((other) => other.line !== body.line), body]);
          then();
        }}
      />
      <Bar total={total} deal={deal}>
        <Button
          size="md"
          onClick={() => {
            setPaying(true);
          }}
        >
          {texts.deal.buyNow}
        </Button>
      </Bar>
      <Modal
        opened={paying}
        onClose={() => {
          setPaying(false);
        }}
        title={texts.deal.buyTitle}
      >
        {paying && (
          <BuyForm
            deal={deal}
            lines={changes}
            total={money(total)}
            close={() => {
              setPaying(false);
            }}
          />
        )}
      </Modal>
    </Frame>
  );
}

type Method = Body<'/api/deals/{id}/buy-on-the-spot', 'post'>['method'];

function BuyForm(props: { deal: Deal; lines: Inspected[]; total: string; close: () => void }) {
  const { deal, lines, total, close } = props;
  const { currency } = useBusiness();
  const navigate = useNavigate();
  const buy = useStep('/api/deals/{id}/buy-on-the-spot');
  const tellDone = useTellDone();
  const [payoutId] = useState(newId);
  const attested = deal.acceptedOn !== undefined;
  const form = useForm({
    initialValues: { attests: attested, method: 'CASH' as Method, reference: '', fee: '' },
    validate: {
      attests: (value) => (value ? null : texts.deal.attestsNeeded),
      fee: (value) => amountOrNothing(value, currency),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={buy.problem}
      pending={buy.pending}
      submit={texts.deal.buySubmit}
      onCancel={close}
      onSubmit={({ attests, method, reference, fee }) => {
        const cost = parseMoney(fee, currency);
        const body = {
          attests,
          lines,
          payoutId,
          method,
          ...filled('reference', reference),
          ...(cost ? { fee: cost } : {}),
        };
        buy.run({ deal, body }, (done) => {
          tellDone(texts.deal.bought, done);
          void navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
        });
      }}
    >
      <Text size="sm">{texts.deal.buyLead(deal.customerName, total)}</Text>
      {!attested && <AcceptanceBox {...form.getInputProps('attests', { type: 'checkbox' })} />}
      <SimpleGrid cols={2} spacing="sm">
        <MethodSelect {...form.getInputProps('method')} />
        <TextInput label={texts.deal.reference} autoComplete="off" {...form.getInputProps('reference')} />
        <MoneyInput label={texts.deal.fee} {...form.getInputProps('fee')} />
      </SimpleGrid>
    </CommandForm>
  );
}

/** A line as it was changed at the table; one that nobody touched is as quoted. */
function changed(line: Line, changes: Inspected[], currency: string): Line {
  const change = changes.find((other) => other.line === line.line);
  return change ? { ...line, ...inspected(change, currency) } : line;
}

/** What came besides, written down at the table. */
function besides(deal: Deal, changes: Inspected[], currency: string): Line[] {
  return changes
    .filter((change) => deal.lines.every((line) => line.line !== change.line))
    .map((change) => ({
      line: change.line,
      item: change.item ?? '',
      productId: change.productId ?? '',
      photos: [],
      ...inspected(change, currency),
    }));
}

function inspected(change: Inspected, currency: string): Pick<Line, 'inspected' | 'found' | 'remark'> {
  const nothing = { minor: 0, currency };
  return {
    inspected: true,
    found: change.found.map((boxes, index) => ({
      ...boxes,
      number: index,
      total: worth([boxes], currency),
      sold: 0,
      onHand: 0,
      proceeds: nothing,
      profit: nothing,
    })),
    ...(change.remark ? { remark: change.remark } : {}),
  };
}
