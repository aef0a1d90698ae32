import { ActionIcon, Badge, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay, useSession } from '../../shared/session';
import { texts } from '../../texts';
import { useRevokeInvitation, type Invitation, type Member, type Role } from './commands';
import { InviteForm, RemoveForm, RoleForm } from './MemberForms';
import { useInvitations, useMembers } from './queries';

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
      views={<CsvMenu href="/api/members.csv" name={texts.members.title} />}
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

interface RowProps {
  email: string;
  role: Role;
  below: string;
  fault?: string;
  children?: ReactNode;
}

function Row({ email, role, below, fault, children }: RowProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text truncate>{email}</Text>
        <Text size="xs" c="dimmed">
          {below}
        </Text>
        {fault && (
          <Text size="xs" c="orange.8">
            {fault}
          </Text>
        )}
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
      fault={member.mailFault && texts.mails.faults[member.mailFault]}
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
        fault={invitation.mailFault && texts.members.mailFaults[invitation.mailFault]}
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
