import { SimpleGrid } from '@mantine/core';
import { Authenticator } from '../domains/accounts/Authenticator';
import { CredentialButtons } from '../domains/accounts/AccountDialogs';
import { PasskeysPanel } from '../domains/accounts/PasskeysPanel';
import { HistorySection, SessionsSection } from '../domains/accounts/SecuritySections';
import { Facts, Screen, Section } from '../shared/Screen';
import { useSession } from '../shared/session';
import { texts } from '../texts';

/** How does an operator sign in? */
export function OperatorAccountRoute() {
  const { email } = useSession();
  return (
    <Screen title={texts.operator.account}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={texts.settings.account}>
          <Facts facts={[[texts.settings.email, email]]} />
          <CredentialButtons />
        </Section>
        <Section title={texts.secondStep.app}>
          <Authenticator />
        </Section>
        <Section title={texts.passkeys.title}>
          <PasskeysPanel />
        </Section>
        <SessionsSection />
        <HistorySection />
      </SimpleGrid>
    </Screen>
  );
}
