import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import { CHOSEN_MAX, doSteps, previewSteps, type BulkStep, type BulkWish } from './bulk';
import { REASONS, filled, sentence } from './StepForms';

interface DealsDialogProps {
  step: BulkStep;
  deals: Chosen[];
  onClose: (done: boolean) => void;
}

/** One step for several deals. */
export function DealsDialog({ step, deals, onClose }: DealsDialogProps) {
  const reasons = REASON_OF[step];
  const [reason, setReason] = useState<string>(reasons?.[0] ?? '');
  const [remark, setRemark] = useState('');
  const wish = wishOf(step, reason);
  return (
    <BulkDialog
      title={texts.bulk.titles[step]}
      chosen={deals}
      words={texts.bulk}
      wish={wish}
      most={CHOSEN_MAX}
      preview={(seen) => previewSteps(wish, seen)}
      send={(seen, key) => doSteps({ ...wish, ...filled('remark', remark) }, seen, key)}
      submit={texts.bulk.submit[step]}
      done={texts.bulk.done[step]}
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

const REASON_OF: Partial<Record<BulkStep, readonly string[]>> = {
  HOLD: REASONS['/api/deals/{id}/hold'],
  CANCEL: REASONS['/api/deals/{id}/cancel'],
};

function wishOf(step: BulkStep, reason: string): BulkWish {
  switch (step) {
    case 'HOLD':
      return { step, holdFor: reason as NonNullable<BulkWish['holdFor']> };
    case 'CANCEL':
      return { step, cancelFor: reason as NonNullable<BulkWish['cancelFor']> };
    default:
      return { step };
  }
}
