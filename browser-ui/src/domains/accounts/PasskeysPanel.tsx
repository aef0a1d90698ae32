import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useBusiness, useSession } from '../../shared/session';
import { texts } from '../../texts';
import { addPasskey, removePasskey } from './commands';
import { passkeysWork } from './passkeys';
import { usePasskeys } from './queries';

type Passkey = Answer<'/api/passkeys'>[number];

/** The person's passkeys: what signs them in by their device alone. */
export function PasskeysPanel() {
  const passkeys = usePasskeys();
  const [adding, setAdding] = useState(false);
  const close = () => {
    setAdding(false);
    void passkeys.refetch();
  };
  return (
    <Stack gap="md">
      <Text size="sm">{passkeysWork ? texts.passkeys.text : texts.passkeys.unsupported}</Text>
      <Loaded query={passkeys} skeleton={<SkeletonLines lines={1} />}>
        {(all) =>
          all.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onRemoved={() => void passkeys.refetch()} />
          ))
        }
      </Loaded>
      {passkeysWork && (
        <Group>
          <Button
            variant="default"
            onClick={() => {
              setAdding(true);
            }}
          >
            {texts.passkeys.add}
          </Button>
        </Group>
      )}
      <Modal opened={adding} onClose={close} title={texts.passkeys.add}>
        <AddForm close={close} />
      </Modal>
    </Stack>
  );
}

function PasskeyRow({ passkey, onRemoved }: { passkey: Passkey; onRemoved: () => void }) {
  const { timeZone } = useBusiness();
  const removing = useMutation({
    mutationFn: () => removePasskey(passkey.id),
    onSuccess: () => {
      tell(texts.passkeys.removed);
      onRemoved();
    },
    networkMode: 'always',
  });
  return (
    <Stack gap="xs">
      {removing.error && <ProblemBanner problem={Problem.of(removing.error)} />}
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text truncate>{passkey.name}</Text>
          <Text size="xs" c="dimmed">
            {passkey.usedAt
              ? texts.apiKeys.used(moment(passkey.usedAt, timeZone))
              : texts.passkeys.added(moment(passkey.addedAt, timeZone))}
          </Text>
        </div>
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          loading={removing.isPending}
          onClick={() => {
            removing.mutate();
          }}
        >
          {texts.members.remove}
        </Button>
      </Group>
    </Stack>
  );
}

function AddForm({ close }: { close: () => void }) {
  const { email } = useSession();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() ? null : texts.common.required(texts.passkeys.name)) },
  });
  const adding = useMutation({
    mutationFn: (name: string) => addPasskey(name, email),
    onSuccess: () => {
      tell(texts.passkeys.done);
      close();
    },
    networkMode: 'always',
  });
  return (
    <CommandForm
      form={form}
      problem={adding.error ? Problem.of(adding.error) : undefined}
      pending={adding.isPending}
      submit={texts.passkeys.make}
      onCancel={close}
      onSubmit={({ name }) => {
        adding.mutate(name.trim());
      }}
    >
      <TextInput
        label={texts.passkeys.name}
        description={texts.passkeys.nameHint}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
    </CommandForm>
  );
}
