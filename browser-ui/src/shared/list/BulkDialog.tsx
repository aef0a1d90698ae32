import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { problemText, texts } from '../../texts';
import { refresh } from '../command';
import { ProblemBanner } from '../form/CommandForm';
import { tell, tellWithUndo } from '../notices';
import { Loaded, SkeletonLines } from '../Screen';
import { undoFacts } from '../undo';
import type { Chosen } from './chosen';

export type BulkResult = Answer<'/api/deals/bulk', 'post'>['results'][number];
export type Seen = Pick<Chosen, 'id' | 'version'>;

/** As many refusals as somebody reads. */
const SHOWN = 20;

export interface BulkStepProps {
  chosen: Chosen[];
  /** What the list's rows are called. */
  words: { preview: (possible: number, all: number) => string; outcome: (done: number, all: number) => string };
  /** What the step says; nothing while a field is empty that it needs. Another value is another step. */
  wish: object | undefined;
  /** As many as the server takes at once. */
  most: number;
  preview: (seen: Seen[]) => Promise<BulkResult[]>;
  send: (seen: Seen[], key: string) => Promise<BulkResult[]>;
  submit: (things: number) => string;
  done: (things: number) => string;
  danger?: boolean;
  /** What else has to be said: shown above the button. */
  children?: ReactNode;
  onClose: (done: boolean) => void;
}

/** One step for several things: first which ones it can be done to, then what became of each, and its undoing. */
export function BulkDialog({ title, ...step }: BulkStepProps & { title: string | undefined }) {
  const [results, setResults] = useState<BulkResult[]>();
  const close = () => {
    setResults(undefined);
    step.onClose(results !== undefined);
  };
  return (
    <Modal opened={title !== undefined} onClose={close} title={title}>
      {title &&
        (results ? (
          <Stack gap="md">
            <Text size="sm">{step.words.outcome(results.filter((result) => result.done).length, results.length)}</Text>
            <Refusals results={results} chosen={step.chosen} />
            <Group justify="flex-end">
              <Button onClick={close}>{texts.common.close}</Button>
            </Group>
          </Stack>
        ) : (
          <BulkForm
            {...step}
            onDone={(done) => {
              // All went well: there is nothing to read. Else the dialog says which ones didn't.
              if (done.every((result) => result.done)) step.onClose(true);
              else setResults(done);
            }}
          />
        ))}
    </Modal>
  );
}

function BulkForm(step: BulkStepProps & { onDone: (results: BulkResult[]) => void }) {
  const queries = useQueryClient();
  const [key] = useState(newId);
  const [sent, setSent] = useState(0);
  const seen = step.chosen.map(({ id, version }) => ({ id, version }));
  const preview = useQuery({
    queryKey: ['preview of a step', step.wish, seen],
    queryFn: () => inParts(seen, step.most, step.preview),
    enabled: step.wish !== undefined,
  });
  const run = useMutation({
    mutationFn: (able: Seen[]) =>
      inParts(
        able,
        step.most,
        (part) => step.send(part, key),
        (so) => {
          setSent((100 * so) / able.length);
        },
      ),
    networkMode: 'always',
    onSuccess: async (done) => {
      await refresh(queries);
      const said = step.done(done.filter((result) => result.done).length);
      const positions = done.flatMap(({ position }) => (position ? [position] : []));
      if (positions.length > 0) tellWithUndo(said, () => undoFacts(queries, positions));
      else tell(said);
      step.onDone(done);
    },
  });
  return (
    <Stack gap="md">
      {step.children}
      {step.wish && (
        <Loaded query={preview} skeleton={<SkeletonLines lines={3} />}>
          {(results) => {
            const able = new Set(results.filter((result) => result.done).map((result) => result.id));
            return (
              <Stack gap="md">
                {run.error && <ProblemBanner problem={Problem.of(run.error)} />}
                <Text size="sm">{step.words.preview(able.size, step.chosen.length)}</Text>
                <Refusals results={results} chosen={step.chosen} />
                {run.isPending && seen.length > step.most && <Progress value={sent} aria-label={texts.bulk.progress} />}
                <Group justify="flex-end" gap="xs">
                  <Button
                    variant="default"
                    onClick={() => {
                      step.onClose(false);
                    }}
                  >
                    {texts.common.cancel}
                  </Button>
                  <Button
                    disabled={able.size === 0}
                    loading={run.isPending}
                    color={step.danger ? 'red' : undefined}
                    onClick={() => {
                      run.mutate(seen.filter((one) => able.has(one.id)));
                    }}
                  >
                    {step.submit(able.size)}
                  </Button>
                </Group>
              </Stack>
            );
          }}
        </Loaded>
      )}
    </Stack>
  );
}

/** Sends many in parts as large as the server takes, one after the other. */
export async function inParts<T>(
  seen: Seen[],
  most: number,
  send: (part: Seen[]) => Promise<T[]>,
  tellProgress: (sent: number) => void = () => undefined,
): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < seen.length; from += most) {
    results.push(...(await send(seen.slice(from, from + most))));
    tellProgress(results.length);
  }
  return results;
}

/** What a step can't be done to, each with the reason. */
function Refusals({ results, chosen }: { results: BulkResult[]; chosen: Chosen[] }) {
  const refused = results.filter((result) => !result.done);
  if (refused.length === 0) return null;
  const names = new Map(chosen.map((one) => [one.id, one.name]));
  return (
    <ul className="rows" aria-label={texts.bulk.refused}>
      {refused.slice(0, SHOWN).map(({ id, code, message }) => (
        <li key={id}>
          <Text size="sm" fw={550}>
            {names.get(id)}
          </Text>
          <Text size="sm" c="dimmed">
            {code ? problemText(code) : message}
          </Text>
        </li>
      ))}
      {refused.length > SHOWN && (
        <li>
          <Text size="sm" c="dimmed">
            {texts.bulk.more(refused.length - SHOWN)}
          </Text>
        </li>
      )}
    </ul>
  );
}
