import type { ReactNode } from 'react';
import type { Item, Query } from '../../api/types';
import { BulkBar } from '../../shared/list/BulkBar';
import type { BulkStep } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { texts } from '../../texts';
import { chosenPerson, everybody } from './bulk';
import { PeopleDialog } from './PeopleDialog';

type PeopleStep = BulkStep<'/api/customers/bulk'>;

const TAGS: PeopleStep[] = ['PUT_TAG_ON', 'TAKE_TAG_OFF'];
const KNOWN: PeopleStep[] = [...TAGS, 'SET_LEAD_SOURCE', 'RULE_OUT', 'ALLOW', 'ARCHIVE'];
const ARCHIVED: PeopleStep[] = [...TAGS, 'RESTORE'];

interface PeopleBarProps {
  choice: Choice;
  page: Item<'/api/customers'>[];
  /** How many the filter finds. */
  total: number;
  filter: Query<'/api/customers/chosen'>;
  textThem: (people: Chosen[]) => ReactNode;
}

/** What can be done with all chosen people at once. */
export function PeopleBar({ choice, page, total, filter, textThem }: PeopleBarProps) {
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenPerson)}
      words={texts.peopleBulk}
      steps={filter.archived ? ARCHIVED : KNOWN}
      csv={{ path: '/api/customers.csv', query: { archived: filter.archived } }}
      dialog={(asked) => <PeopleDialog {...asked} />}
      found={{ total, ask: () => everybody(filter) }}
    >
      {!filter.archived && textThem([...choice.chosen.values()])}
    </BulkBar>
  );
}
