import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { BulkStep, BulkWish } from '../../shared/list/bulk';
import { texts } from '../../texts';
import { REASONS, filled, sentence } from './StepForms';

type DealStep = BulkStep<'/api/deals/bulk'>;
type DealWish = BulkWish<'/api/deals/bulk'>;

/** As many as the server takes at once. */
const PART = 100;

/** One step for several deals. */
export function DealsDialog({ step, chosen, onClose }: StepForMany<DealStep>) {
  const reasons = REASON_OF[step];
  const [reason, setReason] = useState<string>(reasons?.[0] ?? '');
  const [remark, setRemark] = useState('');
  return (
    <BulkDialog
      path="/api/deals/bulk"
      step={step}
      words={texts.dealsBulk}
      chosen={chosen}
      wish={{ ...wishOf(step, reason), ...filled('remark', remark) }}
      most={PART}
      danger={step === 'CANCEL'}
      onClose={onClose}
    >
      {reasons && (
        <>
          <Select
            label={texts.deal.reason}
            data={reasons.map((value) => ({ value, label: sentence(texts.deal.reasons[value] ?? value) }))}
            value={reason}
            allowDeselect={false}
            checkIconPosition="right"
            onChange={(value) => {
              if (value) setReason(value);
            }}
          />
          <TextInput
            label={texts.deal.remark}
            value={remark}
            autoComplete="off"
            onChange={(event) => {
              setRemark(event.currentTarget.value);
            }}
          />
        </>
      )}
    </BulkDialog>
  );
}

const REASON_OF: Partial<Record<DealStep, readonly string[]>> = {
  HOLD: REASONS['/api/deals/{id}/hold'],
  CANCEL: REASONS['/api/deals/{id}/cancel'],
};

function wishOf(step: DealStep, reason: string): DealWish {
  switch (step) {
    case 'HOLD':
      return { step, holdFor: reason as NonNullable<DealWish['holdFor']> };
    case 'CANCEL':
      return { step, cancelFor: reason as NonNullable<DealWish['cancelFor']> };
    default:
      return { step };
  }
}
