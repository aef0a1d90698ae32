import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import { problemText, texts, type BulkWords } from '../../texts';
import { refresh } from '../command';
import { ProblemBanner } from '../form/CommandForm';
import { tell, tellWithUndo } from '../notices';
import { Loaded, SkeletonLines } from '../Screen';
import { undoFacts } from '../undo';
import {
  doBulk,
  inParts,
  previewBulk,
  type BulkPath,
  type BulkResult,
  type BulkStep,
  type BulkWish,
  type Named,
} from './bulk';
import type { Chosen } from './chosen';

/** As many refusals as somebody reads. */
const SHOWN = 20;

interface BulkDialogProps<P extends BulkPath> {
  path: P;
  step: BulkStep<P>;
  words: BulkWords<BulkStep<P>>;
  chosen: Chosen[];
  /** All that the step says; nothing while something is missing. Another value is another step. */
  wish: BulkWish<P> | undefined;
  /** As many as the server takes at once. */
  most: number;
  danger?: boolean;
  /** What else has to be said: shown above the button. */
  children?: ReactNode;
  onClose: (done: boolean) => void;
}

/** One step for several things: first which ones it can be done to, then what became of each, and its undoing. */
export function BulkDialog<P extends BulkPath>(props: BulkDialogProps<P>) {
  const { words, step, chosen, onClose } = props;
  const [results, setResults] = useState<BulkResult[]>();
  const close = () => {
    onClose(results !== undefined);
  };
  return (
    <Modal opened onClose={close} title={words.steps[step].title}>
      {results ? (
        <Stack gap="md">
          <Text size="sm">{words.outcome(results.filter((result) => result.done).length, results.length)}</Text>
          <Refusals results={results} chosen={chosen} />
          <Group justify="flex-end">
            <Button onClick={close}>{texts.common.close}</Button>
          </Group>
        </Stack>
      ) : (
        <BulkForm
          {...props}
          onDone={(done) => {
            // All went well: there is nothing to read. Else the dialog says which ones didn't.
            if (done.every((result) => result.done)) onClose(true);
            else setResults(done);
          }}
        />
      )}
    </Modal>
  );
}

function BulkForm<P extends BulkPath>(props: BulkDialogProps<P> & { onDone: (results: BulkResult[]) => void }) {
  const { path, wish, words, chosen, most } = props;
  const step = words.steps[props.step];
  const queries = useQueryClient();
  const [key] = useState(newId);
  const [sent, setSent] = useState(0);
  const preview = useQuery({
    queryKey: ['preview of a step', path, wish, chosen],
    queryFn: () => (wish ? inParts(chosen, most, (part) => previewBulk(path, wish, part.map(named<P>))) : []),
    enabled: wish !== undefined,
    // While a reason is typed, what was told stays; it counts once it is told of the whole of it.
    placeholderData: keepPreviousData,
  });
  const run = useMutation({
    mutationFn: ({ able, wished }: { able: Chosen[]; wished: BulkWish<P> }) =>
      inParts(
        able,
        most,
        (part) => doBulk(path, wished, part.map(named<P>), key),
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
      props.onDone(done);
    },
  });
  return (
    <Stack gap="md">
      {props.children}
      {wish && (
        <Loaded query={preview} skeleton={<SkeletonLines lines={3} />}>
          {(results) => {
            const able = new Set(results.filter((result) => result.done).map((result) => result.id));
            return (
              <Stack gap="md">
                {run.error && <ProblemBanner problem={Problem.of(run.error)} />}
                <Text size="sm">{words.preview(able.size, chosen.length)}</Text>
                <Refusals results={results} chosen={chosen} />
                {run.isPending && chosen.length > most && <Progress value={sent} aria-label={texts.bulk.progress} />}
                <Group justify="flex-end" gap="xs">
                  <Button
                    variant="default"
                    onClick={() => {
                      props.onClose(false);
                    }}
                  >
                    {texts.common.cancel}
                  </Button>
                  <Button
                    disabled={able.size === 0 || preview.isPlaceholderData}
                    loading={run.isPending}
                    color={props.danger ? 'red' : undefined}
                    onClick={() => {
                      run.mutate({ able: chosen.filter((one) => able.has(one.id)), wished: wish });
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

/** What the server is told of a thing; what it is called is for people. */
function named<P extends BulkPath>({ id, seen }: Chosen): Named<P> {
  return { id, ...seen } as Named<P>;
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
