import { Text } from '@mantine/core';
import { useState } from 'react';
import { SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { join } from './commands';
import { DoorFrame } from './DoorFrame';
import { HaveAccount } from './HaveAccount';
import { NewAccountForm } from './NewAccountForm';
import { useInvitation } from './queries';

/** What somebody sees who follows the link of an invitation: who asks them, and what it takes to join. */
export function JoinScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useInvitation(token);
  const title = invitation.data ? texts.join.title(invitation.data.businessName) : texts.join.plain;
  return (
    <DoorFrame
      title={title}
      lead={invitation.data ? texts.join.lead[invitation.data.role] : ''}
      footer={<HaveAccount />}
    >
      {invitation.data ? (
        <NewAccountForm
          email={invitation.data.email}
          asksPassword
          submit={texts.join.submit}
          make={(queries, { password, attestsAdult, policyVersion }, key) =>
            join(queries, { token, password, attestsAdult, policyVersion }, key)
          }
        />
      ) : invitation.error ? (
        <Text role="alert">{texts.problems['accounts.invitation-void']}</Text>
      ) : (
        <SkeletonLines lines={4} />
      )}
    </DoorFrame>
  );
}
