import { Button, Menu } from '@mantine/core';
import { IconChevronUp, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { address } from '../../api/client';
import { Problem } from '../../api/problem';
import { texts, type BulkWords } from '../../texts';
import { tellProblem } from '../notices';
import { useMay } from '../session';
import { CSV_MAX, FOUND_MAX, type Found } from './bulk';
import { ChosenBar, type Choice, type Chosen } from './chosen';

/** As many steps stand side by side; the others are behind a button. */
const SIDE_BY_SIDE = 4;

/** What a dialog about one step for many is given. */
export interface StepForMany<S extends string> {
  step: S;
  chosen: Chosen[];
  onClose: (done: boolean) => void;
}

interface BulkBarProps<S extends string> {
  choice: Choice;
  /** All that the page shows. */
  page: Chosen[];
  words: BulkWords<S>;
  /** What can be done here, the most used first. */
  steps: readonly S[];
  /** Where the chosen rows come from as a file, and what else that depends on. */
  csv: { path: string; query?: object };
  dialog: (step: StepForMany<S>) => ReactNode;
  /** All that the filter finds. */
  found: Found;
  /** What else can be done with them. */
  children?: ReactNode;
}

/** What can be done with all chosen rows of a list at once. */
export function BulkBar<S extends string>(props: BulkBarProps<S>) {
  const { choice, page, words, csv, dialog, found, children } = props;
  const [step, setStep] = useState<S>();
  const steps = useMay('write') ? props.steps : [];
  const chosen = [...choice.chosen.values()];
  const beside = steps.length > SIDE_BY_SIDE ? SIDE_BY_SIDE - 2 : steps.length;
  return (
    <ChosenBar
      choice={choice}
      title={words.title}
      count={words.chosen(chosen.length)}
      page={page}
      everything={
        found.total > page.length &&
        chosen.length < Math.min(found.total, FOUND_MAX) && <Everything found={found} choose={choice.chooseAll} />
      }
    >
      {steps.slice(0, beside).map((each) => (
        <Button
          key={each}
          size="compact-sm"
          variant="default"
          onClick={() => {
            setStep(each);
          }}
        >
          {words.steps[each].short}
        </Button>
      ))}
      {children}
      {steps.length > beside && (
        <Menu position="top-end" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronUp size={14} aria-hidden />}>
              {texts.bulk.moreSteps}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {steps.slice(beside).map((each) => (
              <Menu.Item
                key={each}
                onClick={() => {
                  setStep(each);
                }}
              >
                {words.steps[each].short}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {chosen.length <= CSV_MAX && (
        <Button
          component="a"
          href={address(csv.path, {}, { ...csv.query, ids: chosen.map((one) => one.id).join(',') })}
          download
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {texts.bulk.csv}
        </Button>
      )}
      {step &&
        dialog({
          step,
          chosen,
          onClose: (done) => {
            setStep(undefined);
            if (done) choice.chooseAll([]);
          },
        })}
    </ChosenBar>
  );
}

/** Chooses all that the filter finds, where that is more than the page shows. */
function Everything({ found, choose }: { found: Found; choose: (all: Chosen[]) => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={asking}
      onClick={() => {
        setAsking(true);
        found
          .ask()
          .then(choose, (error: unknown) => {
            tellProblem(Problem.of(error));
          })
          .finally(() => {
            setAsking(false);
          });
      }}
    >
      {texts.bulk.everything(found.total)}
    </Button>
  );
}
