import { ActionIcon, Badge, Button, Group, Menu, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDots, IconMail } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Answer } from '../../api/types';
import { CopyField } from '../../shared/CopyField';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay, useSession } from '../../shared/session';
import { texts } from '../../texts';
import {
  useChangeRole,
  useInvite,
  useRemoveMember,
  useRevokeInvitation,
  type Invitation,
  type Member,
  type Role,
} from './commands';
import { useInvitations, useMembers } from './queries';

const ROLES: Role[] = ['OWNER', 'STAFF', 'AUDITOR'];

/** Who works here, and who was asked to? */
export function MembersScreen() {
  const members = useMembers();
  const invitations = useInvitations();
  const administers = useMay('administer');
  const [inviting, setInviting] = useState(false);
  return (
    <Screen
      title={texts.members.title}
      lead={administers ? texts.members.lead : texts.members.ownersOnly}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
      actions={
        administers && (
          <Button
            onClick={() => {
              setInviting(true);
            }}
          >
            {texts.members.invite}
          </Button>
        )
      }
    >
      <Section title={texts.members.title}>
        <Loaded query={members}>
          {(all) => (
            <Stack gap="sm">
              {all.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </Stack>
          )}
        </Loaded>
      </Section>
      {invitations.data !== undefined && invitations.data.length > 0 && (
        <Section title={texts.members.open}>
          <Stack gap="sm">
            {invitations.data.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </Stack>
        </Section>
      )}
      <Modal
        opened={inviting}
        onClose={() => {
          setInviting(false);
        }}
        title={texts.members.invite}
      >
        <InviteForm
          close={() => {
            setInviting(false);
          }}
        />
      </Modal>
    </Screen>
  );
}

function Row({ email, role, below, children }: { email: string; role: Role; below: string; children?: ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text truncate>{email}</Text>
        <Text size="xs" c="dimmed">
          {below}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Badge variant="light" color={role === 'OWNER' ? undefined : 'gray'} tt="none">
          {texts.members.roles[role]}
        </Badge>
        {children}
      </Group>
    </Group>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { userId } = useSession();
  const { timeZone } = useBusiness();
  const administers = useMay('administer');
  const [dialog, setDialog] = useState<'role' | 'remove'>();
  const close = () => {
    setDialog(undefined);
  };
  const since = texts.members.since(moment(member.joinedAt, timeZone));
  return (
    <Row
      email={member.email}
      role={member.role}
      below={member.id === userId ? `${texts.members.you}, ${since}` : since}
    >
      {administers && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={texts.members.actions(member.email)}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                setDialog('role');
              }}
            >
              {texts.members.changeRole}
            </Menu.Item>
            <Menu.Item
              color="red"
              onClick={() => {
                setDialog('remove');
              }}
            >
              {texts.members.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal opened={dialog === 'role'} onClose={close} title={texts.members.changeTitle(member.email)}>
        <RoleForm member={member} close={close} />
      </Modal>
      <Modal opened={dialog === 'remove'} onClose={close} title={texts.members.removeTitle(member.email)}>
        <RemoveForm member={member} close={close} />
      </Modal>
    </Row>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { timeZone } = useBusiness();
  const administers = useMay('administer');
  const revoke = useRevokeInvitation();
  const good = new Date(invitation.goodUntil) > new Date();
  return (
    <Stack gap="xs">
      {revoke.problem && <ProblemBanner problem={revoke.problem} />}
      <Row
        email={invitation.email}
        role={invitation.role}
        below={good ? texts.members.openUntil(moment(invitation.goodUntil, timeZone)) : texts.members.runOut}
      >
        {administers && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            loading={revoke.pending}
            onClick={() => {
              revoke.run(invitation, () => {
                tell(texts.members.revoked);
              });
            }}
          >
            {texts.members.revoke}
          </Button>
        )}
      </Row>
    </Stack>
  );
}

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

function InviteForm({ close }: { close: () => void }) {
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

function RoleForm({ member, close }: { member: Member; close: () => void }) {
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

function RemoveForm({ member, close }: { member: Member; close: () => void }) {
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
