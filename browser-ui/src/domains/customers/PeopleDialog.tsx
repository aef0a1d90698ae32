import { Autocomplete, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import { PART, doSteps, previewSteps, type PeopleStep, type PeopleWish } from './bulk';
import { useCardPlan, useLeadSources } from './queries';

interface PeopleDialogProps {
  step: PeopleStep;
  people: Chosen[];
  onClose: (done: boolean) => void;
}

/** One step for several people. */
export function PeopleDialog({ step, people, onClose }: PeopleDialogProps) {
  const plan = useCardPlan().data;
  const sources = useLeadSources().data;
  const [tagId, setTagId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [leadSource, setLeadSource] = useState('');
  const wish = wishOf(step, tagId, reason.trim(), leadSource.trim());
  return (
    <BulkDialog
      title={texts.peopleBulk.titles[step]}
      chosen={people}
      words={texts.peopleBulk}
      wish={wish}
      most={PART}
      // Nothing is asked before the wish is complete.
      preview={(seen) => (wish ? previewSteps(wish, seen) : Promise.resolve([]))}
      send={(seen, key) => (wish ? doSteps(wish, seen, key) : Promise.resolve([]))}
      submit={texts.peopleBulk.submit[step]}
      done={texts.peopleBulk.done[step]}
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
