import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { CopyField } from '../../shared/CopyField';
import { CommandForm } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { texts } from '../../texts';
import { useChangeRole, useInvite, useRemoveMember, type Member, type Role } from './commands';

/** Who works for the service itself is no member of a business. */
const ROLES: Role[] = ['OWNER', 'STAFF', 'AUDITOR'];

function RoleChoice(props: { value: Role; onChange: (role: Role) => void }) {
  return (
    <Radio.Group
      label={texts.members.role}
      value={props.value}
      onChange={(chosen) => {
        const role = ROLES.find((each) => each === chosen);
        if (role) props.onChange(role);
      }}
    >
      <Stack gap="xs" mt={4}>
        {ROLES.map((role) => (
          <Radio
            key={role}
            value={role}
            label={texts.members.roles[role]}
            description={texts.members.roleHints[role]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function InviteForm({ close }: { close: () => void }) {
  const invite = useInvite();
  const [sent, setSent] = useState<{ email: string; link: string }>();
  const form = useForm({
    initialValues: { email: '', role: 'STAFF' as Role },
    validate: { email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : texts.signUp.emailNeeded) },
  });
  if (sent) {
    return (
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <IconMail size={20} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="sm">{texts.members.sent(sent.email)}</Text>
        </Group>
        <CopyField label={texts.members.link} value={sent.link} />
        <Group justify="flex-end">
          <Button onClick={close}>{texts.members.done}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <CommandForm
      form={form}
      problem={invite.problem}
      pending={invite.pending}
      submit={texts.members.send}
      onCancel={close}
      onSubmit={({ email, role }) => {
        invite.run({ email: email.trim(), role }, (done) => {
          setSent({ email: email.trim(), link: (done as Answer<'/api/invitations', 'post'>).link });
        });
      }}
    >
      <TextInput
        label={texts.members.email}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <RoleChoice
        value={form.values.role}
        onChange={(role) => {
          form.setFieldValue('role', role);
        }}
      />
    </CommandForm>
  );
}

export function RoleForm({ member, close }: { member: Member; close: () => void }) {
  const change = useChangeRole();
  const form = useForm({ initialValues: { role: member.role } });
  return (
    <CommandForm
      form={form}
      problem={change.problem}
      pending={change.pending}
      submit={texts.common.save}
      onCancel={close}
      onSubmit={({ role }) => {
        change.run({ member, role }, () => {
          close();
          tell(texts.members.changed);
        });
      }}
    >
      <RoleChoice
        value={form.values.role}
        onChange={(role) => {
          form.setFieldValue('role', role);
        }}
      />
      <Text size="sm" c="dimmed">
        {texts.members.changeText}
      </Text>
    </CommandForm>
  );
}

export function RemoveForm({ member, close }: { member: Member; close: () => void }) {
  const remove = useRemoveMember();
  const form = useForm({ initialValues: {} });
  return (
    <CommandForm
      form={form}
      problem={remove.problem}
      pending={remove.pending}
      submit={texts.members.remove}
      onCancel={close}
      onSubmit={() => {
        remove.run(member, () => {
          close();
          tell(texts.members.removed);
        });
      }}
    >
      <Text size="sm">{texts.members.removeText}</Text>
    </CommandForm>
  );
}
