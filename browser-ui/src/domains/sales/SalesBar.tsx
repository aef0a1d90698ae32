import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Item } from '../../api/types';
import { date } from '../../shared/format';
import { BulkBar, type StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { BulkStep, BulkWish, Found } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';

type Sale = Item<'/api/sales'>;
type Method = NonNullable<BulkWish<'/api/sales/bulk'>['method']>;

/** As many as the server takes at once. */
const CHOSEN_MAX = 100;

const STEPS = ['PACK', 'DELIVER', 'PAY', 'CLOSE', 'CANCEL'] as const;

const methods = Object.entries(texts.sale.methods).map(([value, label]) => ({ value, label }));

export function chosenSale(sale: Sale): Chosen {
  return {
    id: sale.id,
    name: texts.salesBulk.named(sale.buyer, date(sale.date)),
    seen: { version: sale.version },
  };
}

/** What can be done with all chosen sales at once. */
export function SalesBar({ choice, page, found }: { choice: Choice; page: Sale[]; found: Found }) {
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenSale)}
      words={texts.salesBulk}
      steps={STEPS}
      found={found}
      csv={{ path: '/api/sales.csv' }}
      dialog={(asked) => <SalesDialog {...asked} />}
    />
  );
}

function SalesDialog({ step, chosen, onClose }: StepForMany<BulkStep<'/api/sales/bulk'>>) {
  const [method, setMethod] = useState<Method | null>(null);
  return (
    <BulkDialog
      path="/api/sales/bulk"
      step={step}
      words={texts.salesBulk}
      chosen={chosen}
      wish={step !== 'PAY' ? { step } : method ? { step, method } : undefined}
      most={CHOSEN_MAX}
      danger={step === 'CANCEL'}
      onClose={onClose}
    >
      {step === 'PAY' && (
        <Select
          label={texts.sale.method}
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
