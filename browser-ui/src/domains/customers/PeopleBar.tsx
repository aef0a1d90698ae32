import { Button, Menu } from '@mantine/core';
import { IconChevronUp, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { address } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Item, Query } from '../../api/types';
import { Choose, ChosenBar, type Choice, type Chosen } from '../../shared/list/chosen';
import { tellProblem } from '../../shared/notices';
import { texts } from '../../texts';
import { CSV_MAX, everybody, type PeopleStep } from './bulk';
import { PeopleDialog } from './PeopleDialog';

type Person = Item<'/api/customers'>;

function chosenPerson({ id, version, name }: Person): Chosen {
  return { id, version, name };
}

export function ChoosePerson({ person, choice }: { person: Person; choice: Choice }) {
  return <Choose one={chosenPerson(person)} label={texts.peopleBulk.choose(person.name)} choice={choice} />;
}

interface PeopleBarProps {
  choice: Choice;
  page: Person[];
  /** How many the filter finds. */
  total: number;
  filter: Query<'/api/customers/chosen'>;
  textThem: (people: Chosen[]) => ReactNode;
}

/** What can be done with all chosen people at once. */
export function PeopleBar({ choice, page, total, filter, textThem }: PeopleBarProps) {
  const [step, setStep] = useState<PeopleStep>();
  const [asking, setAsking] = useState(false);
  const people = [...choice.chosen.values()];
  const steps: PeopleStep[] = filter.archived ? ['RESTORE'] : ['SET_LEAD_SOURCE', 'RULE_OUT', 'ALLOW', 'ARCHIVE'];
  return (
    <ChosenBar
      choice={choice}
      title={texts.peopleBulk.title}
      count={texts.peopleBulk.chosen(people.length)}
      page={page.map(chosenPerson)}
      everything={
        total > page.length &&
        people.length < total && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={asking}
            onClick={() => {
              setAsking(true);
              everybody(filter)
                .then(choice.chooseAll, (error: unknown) => {
                  tellProblem(Problem.of(error));
                })
                .finally(() => {
                  setAsking(false);
                });
            }}
          >
            {texts.peopleBulk.everything(total)}
          </Button>
        )
      }
    >
      {(['PUT_TAG_ON', 'TAKE_TAG_OFF'] as const).map((each) => (
        <Button
          key={each}
          size="compact-sm"
          variant="default"
          onClick={() => {
            setStep(each);
          }}
        >
          {texts.peopleBulk.steps[each]}
        </Button>
      ))}
      {!filter.archived && textThem(people)}
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <Button size="compact-sm" variant="default" rightSection={<IconChevronUp size={14} aria-hidden />}>
            {texts.peopleBulk.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {steps.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => {
                setStep(each);
              }}
            >
              {texts.peopleBulk.steps[each]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {people.length <= CSV_MAX && (
        <Button
          component="a"
          href={address(
            '/api/customers.csv',
            {},
            {
              archived: filter.archived,
              ids: people.map((person) => person.id).join(','),
            },
          )}
          download
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {texts.bulk.csv}
        </Button>
      )}
      {step && (
        <PeopleDialog
          step={step}
          people={people}
          onClose={(done) => {
            setStep(undefined);
            if (done) choice.chooseAll([]);
          }}
        />
      )}
    </ChosenBar>
  );
}
