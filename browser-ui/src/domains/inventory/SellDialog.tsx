import { Modal, SimpleGrid, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Answer, Money } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput, Stepper, SuggestInput } from '../../shared/form/inputs';
import { parseMoney, signedMoney } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useSellLot } from './commands';
import { useBuyers, useLot } from './queries';

/** Sells boxes of one lot; closed while no lot is given. */
export function SellDialog({ lotId, onClose }: { lotId: string | undefined; onClose: () => void }) {
  return (
    <Modal opened={lotId !== undefined} onClose={onClose} title={texts.stock.sell}>
      {lotId && <Sell lotId={lotId} onClose={onClose} />}
    </Modal>
  );
}

function Sell({ lotId, onClose }: { lotId: string; onClose: () => void }) {
  const lot = useLot(lotId);
  return (
    <Loaded query={lot} skeleton={<SkeletonLines lines={5} />}>
      {(data) => <SellForm lot={data} onClose={onClose} />}
    </Loaded>
  );
}

function SellForm({ lot, onClose }: { lot: Answer<'/api/lots/{id}'>; onClose: () => void }) {
  const today = useToday();
  const { currency } = lot.landedCost;
  const buyers = useBuyers();
  const sell = useSellLot();
  const tellDone = useTellDone();
  // One form is one sale: sent twice, it is still that one.
  const [saleId] = useState(newId);
  const form = useForm({
    initialValues: { buyer: '', quantity: lot.onHand, proceeds: '', soldOn: today },
    validate: {
      buyer: (value) => (value.trim() ? null : texts.sell.buyerNeeded),
      quantity: (value) =>
        !Number.isInteger(value) || value < 1
          ? texts.common.wholeNumberNeeded
          : value > lot.onHand
            ? texts.sell.tooMany(lot.onHand)
            : null,
      proceeds: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded),
      soldOn: (value) => (value ? null : texts.common.required(texts.sell.soldOn)),
    },
  });
  const proceeds = parseMoney(form.values.proceeds, currency);

  return (
    <CommandForm
      form={form}
      problem={sell.problem}
      pending={sell.pending}
      submit={texts.sell.submit}
      onCancel={onClose}
      aside={
        proceeds && (
          <Text size="sm" className="figures" aria-live="polite">
            {texts.sell.profit(signedMoney(profitOf(proceeds, lot, form.values.quantity)))}
          </Text>
        )
      }
      onSubmit={({ buyer, quantity, soldOn }) => {
        if (!proceeds) return;
        sell.run({ lot, saleId, buyer: buyer.trim(), quantity, proceeds, soldOn }, (done) => {
          onClose();
          tellDone(texts.sell.done, done);
        });
      }}
    >
      <div>
        <Text fw={600}>{lot.item}</Text>
        <Text size="sm" c="dimmed">
          {lot.onHand > 0 ? texts.sell.lead(lot.onHand, lot.expiry) : texts.sell.gone}
        </Text>
      </div>
      <SuggestInput label={texts.sell.buyer} data={buyers.data ?? []} data-autofocus {...form.getInputProps('buyer')} />
      <SimpleGrid cols={2} spacing="sm">
        <Stepper
          label={texts.sell.quantity}
          max={Math.max(1, lot.onHand)}
          {...form.getInputProps('quantity')}
          value={form.values.quantity}
        />
        <MoneyInput label={texts.sell.proceeds} {...form.getInputProps('proceeds')} />
      </SimpleGrid>
      <DateInput label={texts.sell.soldOn} max={today} min={lot.stockedOn} {...form.getInputProps('soldOn')} />
    </CommandForm>
  );
}

/** What these boxes would earn: their share of the lot's cost, to the nearest cent, off what they bring. */
function profitOf(proceeds: Money, lot: Answer<'/api/lots/{id}'>, quantity: number): Money {
  const cost = lot.onHand > 0 ? Math.round((lot.costOnHand.minor * quantity) / lot.onHand) : 0;
  return { minor: proceeds.minor - cost, currency: proceeds.currency };
}
