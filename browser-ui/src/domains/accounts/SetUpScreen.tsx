import { useState } from 'react';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { ButtonLink } from '../../shared/links';
import { SkeletonLines } from '../../shared/Screen';
import { problemText, texts } from '../../texts';
import { finishSignUp } from './commands';
import { DoorFrame } from './DoorFrame';
import { HaveAccount } from './HaveAccount';
import { NewAccountForm } from './NewAccountForm';
import { useSignUp } from './queries';

/** Where the link of a sign-up leads: its address is known to be theirs, and the account is made here. */
export function SetUpScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const signUp = useSignUp(token);
  return (
    <DoorFrame
      title={texts.signUp.setUpTitle}
      lead={signUp.data ? texts.signUp.setUpLead : ''}
      footer={<HaveAccount />}
    >
      {signUp.data ? (
        <NewAccountForm
          email={signUp.data.email}
          asksPassword
          asksBusiness
          submit={texts.signUp.submit}
          make={(queries, { password, businessName, contact, attestsAdult, policyVersion, timeZone }, key) =>
            finishSignUp(
              queries,
              { token, password, businessName, ...contact, attestsAdult, policyVersion, timeZone },
              key,
            )
          }
        />
      ) : signUp.error ? (
        <Empty
          picture="page"
          title={problemText(Problem.of(signUp.error).code)}
          action={<ButtonLink to="/sign-up">{texts.signUp.askAnother}</ButtonLink>}
        />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </DoorFrame>
  );
}
