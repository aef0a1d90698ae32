import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Item } from '../../api/types';
import { money } from '../../shared/format';
import { BulkBar, type StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { BulkStep, BulkWish, Found } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';

type Payout = Item<'/api/payouts'>;
type Method = NonNullable<BulkWish<'/api/payouts/bulk'>['method']>;

/** As many as the server takes at once. */
const CHOSEN_MAX = 100;

const methods = Object.entries(texts.deal.methods).map(([value, label]) => ({ value, label }));

/** Several payouts of one deal are things of their own: what is seen is the amount, not the deal's version. */
export function chosenPayout({ id, dealId, amount, customerName }: Payout): Chosen {
  return { id, name: texts.payoutsBulk.named(customerName, money(amount)), seen: { dealId, amount } };
}

/** What can be done with all chosen payouts at once. */
export function PayoutsBar({ choice, page, found }: { choice: Choice; page: Payout[]; found: Found }) {
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenPayout)}
      words={texts.payoutsBulk}
      steps={['PAY', 'CONFIRM']}
      found={found}
      csv={{ path: '/api/payouts.csv' }}
      dialog={(asked) => <PayoutsDialog {...asked} />}
    />
  );
}

function PayoutsDialog({ step, chosen, onClose }: StepForMany<BulkStep<'/api/payouts/bulk'>>) {
  const [method, setMethod] = useState<Method | null>(null);
  return (
    <BulkDialog
      path="/api/payouts/bulk"
      step={step}
      words={texts.payoutsBulk}
      chosen={chosen}
      wish={step === 'CONFIRM' ? { step } : method ? { step, method } : undefined}
      most={CHOSEN_MAX}
      onClose={onClose}
    >
      {step === 'PAY' && (
        <Select
          label={texts.payouts.method}
          data={methods}
          value={method}
          onChange={(value) => {
            setMethod(value as Method | null);
          }}
          data-autofocus
        />
      )}
    </BulkDialog>
  );
}
