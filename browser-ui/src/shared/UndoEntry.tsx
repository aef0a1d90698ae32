import { ActionIcon, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, newId } from '../api/client';
import { Problem } from '../api/problem';
import type { Entry } from '../api/types';
import { eventSentence, problemText, texts } from '../texts';
import { ProblemBanner } from './form/CommandForm';
import { tell } from './notices';
import { Loaded, SkeletonLines } from './Screen';
import { undoFacts, type UndoReason } from './undo';

const REASONS = Object.entries(texts.undo.reasons).map(([value, label]) => ({ value, label }));

/** Undoes what an entry of a history tells of, by a further fact; or says why that can't be. */
export function UndoEntry({ entry }: { entry: Entry }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={texts.undo.of(eventSentence(entry))}
        title={texts.common.undo}
        onClick={open}
      >
        <IconArrowBackUp size={15} aria-hidden />
      </ActionIcon>
      <Modal opened={opened} onClose={close} title={texts.undo.title}>
        <UndoForm entry={entry} onClose={close} />
      </Modal>
    </>
  );
}

function UndoForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const queries = useQueryClient();
  const [key] = useState(newId);
  const [reason, setReason] = useState<UndoReason>('SLIP');
  const preview = useQuery({
    queryKey: ['/api/undo/preview', entry.position],
    queryFn: () => ask('/api/undo/preview', { positions: [entry.position] }),
  });
  const undo = useMutation({
    mutationFn: () => undoFacts(queries, [entry.position], reason, key),
    networkMode: 'always',
    onSuccess: () => {
      tell(texts.undo.done);
      onClose();
    },
  });
  return (
    <Stack gap="md">
      <Text fw={550}>{eventSentence(entry)}</Text>
      <Loaded query={preview} skeleton={<SkeletonLines lines={2} />}>
        {({ results: [result] }) =>
          result?.done ? (
            <>
              {undo.error && <ProblemBanner problem={Problem.of(undo.error)} />}
              <Text size="sm">{texts.undo.lead}</Text>
              <Select
                label={texts.undo.reason}
                data={REASONS}
                value={reason}
                allowDeselect={false}
                checkIconPosition="right"
                onChange={(value) => {
                  if (value) setReason(value as UndoReason);
                }}
              />
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>
                  {texts.common.cancel}
                </Button>
                <Button
                  loading={undo.isPending}
                  onClick={() => {
                    undo.mutate();
                  }}
                >
                  {texts.common.undo}
                </Button>
              </Group>
            </>
          ) : (
            <>
              <Text size="sm">{result?.code ? problemText(result.code) : texts.undo.impossible}</Text>
              <Group justify="flex-end">
                <Button onClick={onClose}>{texts.common.close}</Button>
              </Group>
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
