import { Autocomplete, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { BulkStep, BulkWish } from '../../shared/list/bulk';
import { texts } from '../../texts';
import { useCardPlan, useLeadSources } from './queries';

type PeopleStep = BulkStep<'/api/customers/bulk'>;
type PeopleWish = BulkWish<'/api/customers/bulk'>;

/** As many as the server takes at once. */
const PART = 500;

/** One step for several people. */
export function PeopleDialog({ step, chosen, onClose }: StepForMany<PeopleStep>) {
  const plan = useCardPlan().data;
  const sources = useLeadSources().data;
  const [tagId, setTagId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [leadSource, setLeadSource] = useState('');
  return (
    <BulkDialog
      path="/api/customers/bulk"
      step={step}
      words={texts.peopleBulk}
      chosen={chosen}
      wish={wishOf(step, tagId, reason.trim(), leadSource.trim())}
      most={PART}
      danger={step === 'RULE_OUT'}
      onClose={onClose}
    >
      {(step === 'PUT_TAG_ON' || step === 'TAKE_TAG_OFF') && (
        <Select
          label={texts.people.tag}
          data={plan?.tags.map((tag) => ({ value: tag.id, label: tag.name })) ?? []}
          nothingFoundMessage={texts.peopleBulk.noTags}
          searchable
          value={tagId}
          onChange={setTagId}
          data-autofocus
        />
      )}
      {step === 'SET_LEAD_SOURCE' && (
        <Autocomplete
          label={texts.people.leadSource}
          data={sources ?? []}
          value={leadSource}
          onChange={setLeadSource}
          data-autofocus
        />
      )}
      {step === 'RULE_OUT' && (
        <Textarea
          label={texts.doNotBuy.reason}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          data-autofocus
        />
      )}
    </BulkDialog>
  );
}

/** What is to be done; nothing while something of it isn't said. */
function wishOf(step: PeopleStep, tagId: string | null, reason: string, leadSource: string): PeopleWish | undefined {
  switch (step) {
    case 'PUT_TAG_ON':
    case 'TAKE_TAG_OFF':
      return tagId ? { step, tagId } : undefined;
    case 'SET_LEAD_SOURCE':
      return leadSource ? { step, leadSource } : undefined;
    case 'RULE_OUT':
      return reason ? { step, reason } : undefined;
    default:
      return { step };
  }
}
