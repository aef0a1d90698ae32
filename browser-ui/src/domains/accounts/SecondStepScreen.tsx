import { Screen, Section } from '../../shared/Screen';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { Authenticator } from './Authenticator';
import { GooglePanel } from './GooglePanel';
import { PasskeysPanel } from './PasskeysPanel';

/** What does it take to sign in, besides the password? */
export function SecondStepScreen() {
  return (
    <Screen
      title={texts.secondStep.title}
      lead={texts.secondStep.lead}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
    >
      <Section title={texts.secondStep.app}>
        <Authenticator />
      </Section>
      <Section title={texts.passkeys.title}>
        <PasskeysPanel />
      </Section>
      <GooglePanel />
    </Screen>
  );
}
