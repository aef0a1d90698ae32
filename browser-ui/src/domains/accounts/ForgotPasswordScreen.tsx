import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { AskLink } from './AskLink';
import { askPasswordReset } from './commands';

/** The way back for who can't sign in any more. */
export function ForgotPasswordScreen() {
  return (
    <AskLink
      title={texts.access.forgotTitle}
      lead={texts.access.forgotLead}
      submit={texts.access.forgotSubmit}
      askedHint={texts.access.forgotDoneHint}
      ask={askPasswordReset}
      footer={
        <AnchorLink to="/sign-in" inherit>
          {texts.access.toSignIn}
        </AnchorLink>
      }
    />
  );
}
