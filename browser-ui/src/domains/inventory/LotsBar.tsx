import { Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Grade, Item } from '../../api/types';
import { SuggestInput } from '../../shared/form/inputs';
import { ButtonLink } from '../../shared/links';
import { BulkBar, type StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import type { BulkStep, BulkWish, Found } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { noteOf, options } from './lotForm';
import { useLocations } from './queries';

type LotStep = BulkStep<'/api/lots/bulk'>;
type LotWish = BulkWish<'/api/lots/bulk'>;

/** As many as the server takes at once. */
const CHOSEN_MAX = 200;

const STEPS = ['MOVE', 'HOLD', 'RELEASE', 'REGRADE', 'WRITE_OFF'] as const;

export function chosenLot({ id, version, item }: { id: string; version: number; item: string }): Chosen {
  return { id, name: item, seen: { version } };
}

interface LotsBarProps {
  choice: Choice;
  page: Item<'/api/lots'>[];
  found: Found;
  /** Whether emptied lots are shown, too. */
  emptied: boolean;
}

/** What can be done with all chosen lots at once. */
export function LotsBar({ choice, page, found, emptied }: LotsBarProps) {
  const writes = useMay('write');
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenLot)}
      words={texts.lotsBulk}
      steps={STEPS}
      found={found}
      csv={{ path: '/api/lots.csv', query: emptied ? { onHand: false } : {} }}
      dialog={(asked) => <LotsDialog {...asked} />}
    >
      {writes && (
        <ButtonLink to="/sales/new" search={{ lots: [...choice.chosen.keys()].join(',') }} size="compact-sm">
          {texts.stock.sellChosen}
        </ButtonLink>
      )}
    </BulkBar>
  );
}

function LotsDialog({ step, chosen, onClose }: StepForMany<LotStep>) {
  const locations = useLocations();
  const [location, setLocation] = useState('');
  const [grade, setGrade] = useState<Grade>('PERFECT');
  const [holdFor, setHoldFor] = useState<NonNullable<LotWish['holdFor']>>('QUALITY');
  const [writeOffFor, setWriteOffFor] = useState<NonNullable<LotWish['writeOffFor']>>('DAMAGED');
  const [note, setNote] = useState('');
  const wishes: Record<LotStep, LotWish> = {
    MOVE: { step, ...(location.trim() ? { location: location.trim() } : {}) },
    REGRADE: { step, grade },
    HOLD: { step, holdFor, ...noteOf(note) },
    RELEASE: { step },
    WRITE_OFF: { step, writeOffFor, ...noteOf(note) },
  };
  return (
    <BulkDialog
      path="/api/lots/bulk"
      step={step}
      words={texts.lotsBulk}
      chosen={chosen}
      wish={wishes[step]}
      most={CHOSEN_MAX}
      danger={step === 'WRITE_OFF'}
      onClose={onClose}
    >
      {step === 'MOVE' && (
        <SuggestInput
          label={texts.stock.location}
          description={texts.stock.locationHint}
          data={locations.data ?? []}
          value={location}
          onChange={setLocation}
          data-autofocus
        />
      )}
      {step === 'REGRADE' && (
        <Select
          label={texts.stock.grade}
          data={options(texts.deals.grades)}
          allowDeselect={false}
          value={grade}
          onChange={(value) => {
            if (value) setGrade(value as Grade);
          }}
        />
      )}
      {step === 'HOLD' && (
        <Select
          label={texts.stock.reason}
          data={options(texts.stock.holdReasons)}
          allowDeselect={false}
          value={holdFor}
          onChange={(value) => {
            if (value) setHoldFor(value as typeof holdFor);
          }}
        />
      )}
      {step === 'WRITE_OFF' && (
        <>
          <Text size="sm">{texts.lotsBulk.writeOffLead}</Text>
          <Select
            label={texts.stock.reason}
            data={options(texts.stock.writeOffReasons)}
            allowDeselect={false}
            value={writeOffFor}
            onChange={(value) => {
              if (value) setWriteOffFor(value as typeof writeOffFor);
            }}
          />
        </>
      )}
      {(step === 'HOLD' || step === 'WRITE_OFF') && (
        <Textarea
          label={texts.stock.note}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
      )}
    </BulkDialog>
  );
}
