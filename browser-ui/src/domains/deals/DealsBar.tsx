import { BulkBar } from '../../shared/list/BulkBar';
import type { Found } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import { DealsDialog } from './DealsDialog';

const STEPS = ['HOLD', 'RELEASE', 'CANCEL', 'CLOSE'] as const;

interface OneDeal {
  id: string;
  version: number;
  customerName: string;
}

export function chosenDeal({ id, version, customerName }: OneDeal): Chosen {
  return { id, name: customerName, seen: { version } };
}

/** What can be done with all chosen deals at once. */
export function DealsBar({ choice, shown, found }: { choice: Choice; shown: OneDeal[]; found: Found }) {
  return (
    <BulkBar
      choice={choice}
      page={shown.map(chosenDeal)}
      words={texts.dealsBulk}
      steps={STEPS}
      found={found}
      csv={{ path: '/api/deals.csv' }}
      dialog={(asked) => <DealsDialog {...asked} />}
    />
  );
}
