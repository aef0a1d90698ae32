import { texts } from '../../texts';
import { AskLink } from './AskLink';
import { askSignUp } from './commands';
import { GoogleButton } from './GoogleButton';
import { HaveAccount } from './HaveAccount';
import { useGoogleOffer } from './queries';

/** The first step of an account of one's own: a link by mail. */
export function SignUpScreen() {
  // As at the sign-in: what may be clicked comes at once.
  if (useGoogleOffer().isPending) return null;
  return (
    <AskLink
      title={texts.signUp.title}
      lead={texts.signUp.lead}
      submit={texts.signUp.ask}
      askedHint={texts.signUp.askedHint}
      ask={askSignUp}
      footer={<HaveAccount />}
    >
      <GoogleButton />
    </AskLink>
  );
}
