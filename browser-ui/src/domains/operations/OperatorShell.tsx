import { AppShell, Badge, Group, ScrollArea, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PersonMenu } from '../../shared/shell/PersonMenu';
import { texts } from '../../texts';

const PLACES = [
  { to: '/operator', label: texts.operator.overview },
  { to: '/operator/businesses', label: texts.operator.businesses },
  { to: '/operator/privacy', label: texts.operator.privacy },
  { to: '/operator/subscriptions', label: texts.operator.subscriptions },
  { to: '/operator/stuck', label: texts.operator.stuck },
  { to: '/operator/mails', label: texts.operator.mails },
  { to: '/operator/webhooks', label: texts.operator.webhooks },
  { to: '/operator/processors', label: texts.operator.processors },
  { to: '/operator/log', label: texts.operator.log },
  { to: '/operator/account', label: texts.operator.account },
] as const;

/** Around every screen of those who run the service. Nothing here belongs to a business. */
export function OperatorShell({ onSignOut, children }: { onSignOut: () => void; children: ReactNode }) {
  return (
    <AppShell header={{ height: 96 }} padding={{ base: 'sm', sm: 'lg' }}>
      <a href="#content" className="skip">
        {texts.navigation.skip}
      </a>
      <AppShell.Header className="shellHeader">
        <Group h={52} px="md" justify="space-between" wrap="nowrap">
          <Link to="/operator" className="wordmark" aria-label={texts.product}>
            <img src="/favicon.svg" alt="" />
            <Text span inherit visibleFrom="xs">
              {texts.product}
            </Text>
          </Link>
          <Group gap="sm" wrap="nowrap">
            <Badge variant="light" color="gray" tt="none">
              {texts.operator.role}
            </Badge>
            <PersonMenu onSignOut={onSignOut} />
          </Group>
        </Group>
        <ScrollArea type="never" px="xs">
          <Group component="nav" gap={2} wrap="nowrap" aria-label={texts.navigation.label}>
            {PLACES.map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                className="navLink"
                style={{ whiteSpace: 'nowrap' }}
                activeOptions={{ exact: to === '/operator', includeSearch: false }}
              >
                {label}
              </Link>
            ))}
          </Group>
        </ScrollArea>
      </AppShell.Header>
      <AppShell.Main id="content">
        <div style={{ maxWidth: 1240, margin: '0 auto' }}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
