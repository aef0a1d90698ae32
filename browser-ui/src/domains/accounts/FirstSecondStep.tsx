import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { texts } from '../../texts';
import { Authenticator } from './Authenticator';
import { DoorFrame } from './DoorFrame';
import { ProveAgain } from './ProveAgain';
import { whoIsSignedInNow } from './queries';

/** Somebody whose role needs a second step, and who has none yet, sees this first and nothing else. */
export function FirstSecondStep({ onSignOut }: { onSignOut: () => void }) {
  const queries = useQueryClient();
  return (
    <DoorFrame
      title={texts.secondStep.firstTitle}
      lead={texts.secondStep.firstLead}
      footer={
        <Anchor component="button" type="button" onClick={onSignOut}>
          {texts.header.signOut}
        </Anchor>
      }
    >
      <Authenticator onInUse={() => void whoIsSignedInNow(queries)} />
      <ProveAgain />
    </DoorFrame>
  );
}
