import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';

/** Below the doors by which one gets an account. */
export function HaveAccount() {
  return (
    <>
      {texts.signUp.haveAccount}{' '}
      <AnchorLink to="/sign-in" inherit>
        {texts.signUp.signIn}
      </AnchorLink>
    </>
  );
}
