import { Group, SegmentedControl, SimpleGrid, Text, useMantineColorScheme } from '@mantine/core';
import {
  IconClock,
  IconCreditCard,
  IconDownload,
  IconFileImport,
  IconHistory,
  IconKey,
  IconLifebuoy,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { addressLines, phone } from '../../shared/format';
import { Facts, Screen, Section } from '../../shared/Screen';
import { useMay, useSession } from '../../shared/session';
import { THEMES } from '../../shared/shell/PersonMenu';
import { texts } from '../../texts';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { ClosingSection, CredentialButtons } from './AccountDialogs';
import { FeatureUseSection } from './FeatureUseSection';
import { OptionalMailSection } from './OptionalMailSection';
import { HistorySection, SessionsSection } from './SecuritySections';

/** How is it set up? {@link rules} are those of other domains. */
export function SettingsScreen({ rules }: { rules: ReactNode }) {
  const { business, email, confirmed, policyVersion } = useSession();
  const administers = useMay('administer');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Screen title={texts.settings.title}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={texts.settings.business}>
          <Facts
            facts={[
              [texts.settings.name, business.name],
              [texts.settings.phone, business.phone && phone(business.phone)],
              [texts.settings.address, business.address && addressLines(business.address).join(', ')],
              [texts.settings.currency, business.currency],
              [texts.settings.timeZone, business.timeZone],
            ]}
          />
        </Section>
        <Section title={texts.settings.account}>
          <Facts
            facts={[
              [texts.settings.email, `${email} (${confirmed ? texts.access.confirmed : texts.access.unconfirmed})`],
              [
                texts.settings.policy,
                <AnchorLink key="policy" to="/policy">
                  {texts.settings.version(policyVersion)}
                </AnchorLink>,
              ],
            ]}
          />
          <CredentialButtons />
          <ButtonLink
            to="/settings/second-step"
            variant="default"
            size="compact-sm"
            mt="xs"
            leftSection={<IconShieldLock size={16} aria-hidden />}
          >
            {texts.settings.toSecondStep}
          </ButtonLink>
        </Section>
        <OptionalMailSection />
        <SessionsSection />
        <HistorySection />
        <FeatureUseSection />
        <Section title={texts.settings.appearance}>
          <SegmentedControl
            aria-label={texts.settings.theme}
            data={THEMES.map(({ value, label }) => ({ value, label }))}
            value={colorScheme}
            onChange={(value) => {
              setColorScheme(value);
            }}
            fullWidth
          />
        </Section>
        {rules}
        <Section title={texts.settings.team}>
          <Text size="sm" c="dimmed" mb="sm">
            {texts.settings.teamText}
          </Text>
          <Group gap="xs">
            <ButtonLink to="/settings/members" variant="default" leftSection={<IconUsers size={16} aria-hidden />}>
              {texts.settings.toMembers}
            </ButtonLink>
            <ButtonLink to="/settings/billing" variant="default" leftSection={<IconCreditCard size={16} aria-hidden />}>
              {texts.settings.toBilling}
            </ButtonLink>
            <ButtonLink to="/settings/support" variant="default" leftSection={<IconLifebuoy size={16} aria-hidden />}>
              {texts.settings.toSupport}
            </ButtonLink>
            {administers && (
              <ButtonLink to="/settings/api-keys" variant="default" leftSection={<IconKey size={16} aria-hidden />}>
                {texts.settings.toApiKeys}
              </ButtonLink>
            )}
          </Group>
        </Section>
        <Section title={texts.settings.data}>
          <Text size="sm" c="dimmed" mb="sm">
            {texts.settings.dataText}
          </Text>
          <Group gap="xs">
            <ButtonLink to="/settings/privacy" variant="default" leftSection={<IconShieldLock size={16} aria-hidden />}>
              {texts.settings.toPrivacy}
            </ButtonLink>
            <ButtonLink to="/settings/audit" variant="default" leftSection={<IconHistory size={16} aria-hidden />}>
              {texts.settings.toAudit}
            </ButtonLink>
            <ButtonLink to="/imports" variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
              {texts.settings.toImport}
            </ButtonLink>
            <ButtonLink to="/settings/deliveries" variant="default" leftSection={<IconClock size={16} aria-hidden />}>
              {texts.settings.toDeliveries}
            </ButtonLink>
            {administers && (
              <ButtonLink to="/settings/export" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
                {texts.settings.toArchive}
              </ButtonLink>
            )}
          </Group>
        </Section>
        {administers && <ClosingSection />}
      </SimpleGrid>
    </Screen>
  );
}
