import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Money } from '../../api/types';
import { texts } from '../../texts';

/** Something of a list that was chosen, as it was seen. */
export interface Chosen {
  id: string;
  name: string;
  /** What the server is told of it beside its id: most often the version that was seen. */
  seen: { version: number } | { dealId: string; amount: Money };
}

/** What is chosen, wherever it is shown. */
export interface Choice {
  chosen: ReadonlyMap<string, Chosen>;
  full: boolean;
  choose: (one: Chosen, on: boolean) => void;
  chooseAll: (all: Chosen[]) => void;
}

/** @param most as many as a step is done to at once */
export function useChoice(most: number): Choice {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  return {
    chosen,
    full: chosen.size >= most,
    choose: (one, on) => {
      setChosen((before) => {
        const after = new Map(before);
        if (on) after.set(one.id, one);
        else after.delete(one.id);
        return after;
      });
    },
    chooseAll: (all) => {
      setChosen(new Map(all.slice(0, most).map((one) => [one.id, one])));
    },
  };
}

/** Chooses a row. It lies above the link that covers the row. */
export function Choose({ one, label, choice }: { one: Chosen; label: string; choice: Choice }) {
  const on = choice.chosen.has(one.id);
  return (
    <Checkbox
      className="above"
      size="xs"
      aria-label={label}
      checked={on}
      disabled={!on && choice.full}
      onChange={(event) => {
        choice.choose(one, event.currentTarget.checked);
      }}
    />
  );
}

/** How rows of a list are chosen. */
export interface Choosing<Row> {
  choice: Choice;
  one: (row: Row) => Chosen;
  /** What choosing one is called. */
  label: (name: string) => string;
}

/** A row's checkbox beside what the row shows. */
export function ChooseBeside<Row>({ row, by, children }: { row: Row; by: Choosing<Row>; children: ReactNode }) {
  const one = by.one(row);
  return (
    <div className="chooseBeside">
      <Choose one={one} label={by.label(one.name)} choice={by.choice} />
      <div>{children}</div>
    </div>
  );
}

interface ChosenBarProps {
  choice: Choice;
  title: string;
  /** How many are chosen, in words. */
  count: string;
  /** All that the page shows. */
  page: Chosen[];
  /** All that the filter finds, where that is more than a page. */
  everything?: ReactNode;
  /** What can be done with them. */
  children: ReactNode;
}

/** What can be done with all that is chosen, at once. */
export function ChosenBar({ choice, title, count, page, everything, children }: ChosenBarProps) {
  if (choice.chosen.size === 0) return null;
  return (
    <Paper withBorder radius="md" shadow="md" p="sm" className="chosenBar" role="region" aria-label={title}>
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {count}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={texts.bulk.chooseAll}
            onClick={() => {
              choice.chooseAll(page);
            }}
          >
            {texts.bulk.all}
          </Button>
          {everything}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={texts.bulk.chooseNone}
            onClick={() => {
              choice.chooseAll([]);
            }}
          >
            {texts.bulk.none}
          </Button>
        </Group>
        <Group gap="xs">{children}</Group>
      </Group>
    </Paper>
  );
}
