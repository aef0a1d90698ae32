import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell, tellWithUndo } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { problemText, texts } from '../../texts';
import {
  undoing,
  useBulk,
  useBulkPreview,
  type BulkBody,
  type BulkStep,
  type ChosenDeal,
  type DealResult,
} from './bulk';
import { REASONS, filled, sentence } from './StepForms';

interface BulkDialogProps {
  step: BulkStep | undefined;
  deals: ChosenDeal[];
  onClose: (done: boolean) => void;
}

/** One step for several deals: first which ones it can be done to, then what became of each. */
export function BulkDialog({ step, deals, onClose }: BulkDialogProps) {
  const [results, setResults] = useState<DealResult[]>();
  const close = () => {
    setResults(undefined);
    onClose(results !== undefined);
  };
  return (
    <Modal opened={step !== undefined} onClose={close} title={step && texts.bulk.titles[step]}>
      {step &&
        (results ? (
          <Outcome results={results} deals={deals} close={close} />
        ) : (
          <BulkForm
            step={step}
            deals={deals}
            onCancel={close}
            onDone={(done) => {
              // All went well: there is nothing to read. Else the dialog says which ones didn't.
              if (done.every((result) => result.done)) onClose(true);
              else setResults(done);
            }}
          />
        ))}
    </Modal>
  );
}

interface BulkFormProps {
  step: BulkStep;
  deals: ChosenDeal[];
  onCancel: () => void;
  onDone: (results: DealResult[]) => void;
}

function BulkForm({ step, deals, onCancel, onDone }: BulkFormProps) {
  const queries = useQueryClient();
  const bulk = useBulk();
  const [reason, setReason] = useState<string>(REASON_OF[step]?.[0] ?? '');
  const [remark, setRemark] = useState('');
  const reasons = REASON_OF[step];
  const chosen = deals.map(({ id, version }) => ({ id, version }));
  const preview = useBulkPreview({ ...body(step, reason), deals: chosen });
  return (
    <Loaded query={preview} skeleton={<SkeletonLines lines={3} />}>
      {({ results }) => {
        const possible = results.filter((result) => result.done).length;
        return (
          <Stack gap="md">
            {bulk.error && <ProblemBanner problem={Problem.of(bulk.error)} />}
            <Text size="sm">{texts.bulk.preview(possible, deals.length)}</Text>
            <Refusals results={results} deals={deals} />
            {reasons && possible > 0 && (
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
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onCancel}>
                {texts.common.cancel}
              </Button>
              <Button
                disabled={possible === 0}
                loading={bulk.isPending}
                color={step === 'CANCEL' ? 'red' : undefined}
                onClick={() => {
                  const able = new Set(results.filter((result) => result.done).map((result) => result.id));
                  const wish = { ...body(step, reason), ...filled('remark', remark) };
                  bulk.mutate(
                    { ...wish, deals: chosen.filter((deal) => able.has(deal.id)) },
                    {
                      onSuccess: (done) => {
                        const undo = undoing(step, done, queries);
                        const said = texts.bulk.done[step](done.filter((result) => result.done).length);
                        if (undo) tellWithUndo(said, undo);
                        else tell(said);
                        onDone(done);
                      },
                    },
                  );
                }}
              >
                {texts.bulk.submit[step](possible)}
              </Button>
            </Group>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Outcome({ results, deals, close }: { results: DealResult[]; deals: ChosenDeal[]; close: () => void }) {
  return (
    <Stack gap="md">
      <Text size="sm">{texts.bulk.outcome(results.filter((result) => result.done).length, results.length)}</Text>
      <Refusals results={results} deals={deals} />
      <Group justify="flex-end">
        <Button onClick={close}>{texts.common.close}</Button>
      </Group>
    </Stack>
  );
}

/** The deals that a step can't be done to, each with the reason. */
function Refusals({ results, deals }: { results: DealResult[]; deals: ChosenDeal[] }) {
  const refused = results.filter((result) => !result.done);
  if (refused.length === 0) return null;
  const names = new Map(deals.map((deal) => [deal.id, deal.customerName]));
  return (
    <ul className="rows" aria-label={texts.bulk.refused}>
      {refused.map(({ id, code, message }) => (
        <li key={id}>
          <Text size="sm" fw={550}>
            {names.get(id)}
          </Text>
          <Text size="sm" c="dimmed">
            {code ? problemText(code) : message}
          </Text>
        </li>
      ))}
    </ul>
  );
}

const REASON_OF: Partial<Record<BulkStep, readonly string[]>> = {
  HOLD: REASONS['/api/deals/{id}/hold'],
  CANCEL: REASONS['/api/deals/{id}/cancel'],
};

function body(step: BulkStep, reason: string): Omit<BulkBody, 'deals'> {
  switch (step) {
    case 'HOLD':
      return { step, holdFor: reason as NonNullable<BulkBody['holdFor']> };
    case 'CANCEL':
      return { step, cancelFor: reason as NonNullable<BulkBody['cancelFor']> };
    default:
      return { step };
  }
}
