import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../api/client';
import { Choose, ChosenBar, type Choice, type Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import type { BulkStep } from './bulk';
import { DealsDialog } from './DealsDialog';

const STEPS: BulkStep[] = ['HOLD', 'RELEASE', 'CANCEL', 'CLOSE'];

interface OneDeal {
  id: string;
  version: number;
  customerName: string;
}

export function chosenDeal({ id, version, customerName }: OneDeal): Chosen {
  return { id, version, name: customerName };
}

export function ChooseDeal({ deal, choice }: { deal: OneDeal; choice: Choice }) {
  return <Choose one={chosenDeal(deal)} label={texts.bulk.choose(deal.customerName)} choice={choice} />;
}

/** What can be done with all chosen deals at once. */
export function BulkBar({ choice, shown }: { choice: Choice; shown: OneDeal[] }) {
  const [step, setStep] = useState<BulkStep>();
  const deals = [...choice.chosen.values()];
  return (
    <ChosenBar
      choice={choice}
      title={texts.bulk.title}
      count={texts.bulk.chosen(deals.length)}
      page={shown.map(chosenDeal)}
    >
      {STEPS.map((each) => (
        <Button
          key={each}
          size="compact-sm"
          variant="default"
          color={each === 'CANCEL' ? 'red' : undefined}
          onClick={() => {
            setStep(each);
          }}
        >
          {texts.bulk.steps[each]}
        </Button>
      ))}
      <Button
        component="a"
        href={address('/api/deals.csv', {}, { ids: deals.map((deal) => deal.id).join(',') })}
        download
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
      >
        {texts.bulk.csv}
      </Button>
      {step && (
        <DealsDialog
          step={step}
          deals={deals}
          onClose={(done) => {
            setStep(undefined);
            if (done) choice.chooseAll([]);
          }}
        />
      )}
    </ChosenBar>
  );
}
