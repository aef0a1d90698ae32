import { Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { money } from '../../shared/format';
import { tellWithUndo } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { undoFacts } from '../../shared/undo';
import { phonesText, texts } from '../../texts';
import { useMergePeople } from './commands';
import { useCustomer, useCustomers, useRecords } from './queries';

interface MergeDialogProps {
  /** Who is kept: everything is shown with them afterwards. */
  survivor: { id: string; name: string };
  /** Whom to merge into them; where it is open, it is chosen here. */
  mergedId?: string;
  opened: boolean;
  onClose: () => void;
}

/** Merges two cards of one person, after showing what that means. */
export function MergeDialog({ survivor, mergedId, opened, onClose }: MergeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.merge.into(survivor.name)}>
      {opened && <Merge survivor={survivor} {...(mergedId ? { mergedId } : {})} onClose={onClose} />}
    </Modal>
  );
}

function Merge({ survivor, mergedId, onClose }: Omit<MergeDialogProps, 'opened'>) {
  const [chosen, choose] = useState<string | null>(mergedId ?? null);
  const [typed, type] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const found = useCustomers({ search, size: 10 });
  const people = found.data?.items.filter((person) => person.id !== survivor.id) ?? [];
  return (
    <Stack>
      {!mergedId && (
        <Select
          label={texts.merge.who}
          placeholder={texts.people.searchHint}
          searchable
          searchValue={typed}
          onSearchChange={type}
          filter={({ options }) => options}
          nothingFoundMessage={texts.merge.nobody}
          data={people.map((person) => ({
            value: person.id,
            label: [person.name, phonesText(person.phones)].filter(Boolean).join(', '),
          }))}
          value={chosen}
          onChange={choose}
          data-autofocus
        />
      )}
      {chosen && <Preview key={chosen} survivor={survivor} mergedId={chosen} onClose={onClose} />}
    </Stack>
  );
}

function Preview({
  survivor,
  mergedId,
  onClose,
}: {
  survivor: { id: string; name: string };
  mergedId: string;
  onClose: () => void;
}) {
  const merged = useCustomer(mergedId);
  const records = useRecords(mergedId);
  return (
    <Loaded query={merged} skeleton={<SkeletonLines lines={3} />}>
      {(person) => (
        <Loaded query={records} skeleton={<SkeletonLines lines={3} />}>
          {(kept) => <Confirm survivor={survivor} merged={person} records={kept} onClose={onClose} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface ConfirmProps {
  survivor: { id: string; name: string };
  merged: Answer<'/api/customers/{id}'>;
  records: Answer<'/api/customers/{id}/records'>;
  onClose: () => void;
}

function Confirm({ survivor, merged, records, onClose }: ConfirmProps) {
  const merge = useMergePeople();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Stack>
      {merge.problem && <ProblemBanner problem={merge.problem} />}
      <Text size="sm">{texts.merge.means(merged.name, survivor.name)}</Text>
      <List size="sm" aria-label={texts.merge.moves}>
        <List.Item>{texts.merge.deals(merged.deals, merged.boxes, money(merged.paid))}</List.Item>
        <List.Item>{texts.merge.contacts(merged.contacts.length, merged.addresses.length)}</List.Item>
        <List.Item>{texts.merge.records(records.notes.length, records.tasks.length, records.files.length)}</List.Item>
        {merged.doNotBuyFor && <List.Item>{texts.merge.doNotBuy}</List.Item>}
      </List>
      <Text size="sm" c="dimmed">
        {texts.merge.undoable}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {texts.common.cancel}
        </Button>
        <Button
          loading={merge.pending}
          onClick={() => {
            merge.run({ id: merged.id, customerId: survivor.id }, (done) => {
              onClose();
              void navigate({ to: '/people/$customerId', params: { customerId: survivor.id } });
              tellWithUndo(texts.merge.merged(merged.name, survivor.name), () => undoFacts(queries, [done.position]));
            });
          }}
        >
          {texts.merge.merge}
        </Button>
      </Group>
    </Stack>
  );
}
