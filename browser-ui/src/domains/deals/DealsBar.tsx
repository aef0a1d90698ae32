import { BulkBar } from '../../shared/list/BulkBar';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import { DealsDialog } from './DealsDialog';

/** As many as the server takes at once. */
export const CHOSEN_MAX = 100;

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
export function DealsBar({ choice, shown }: { choice: Choice; shown: OneDeal[] }) {
  return (
    <BulkBar
      choice={choice}
      page={shown.map(chosenDeal)}
      words={texts.dealsBulk}
      steps={STEPS}
      csv={{ path: '/api/deals.csv' }}
      dialog={(asked) => <DealsDialog {...asked} />}
    />
  );
}
