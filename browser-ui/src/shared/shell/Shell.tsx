import { AppShell, Badge, Drawer, Group, Kbd, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { texts } from '../../texts';
import { useLive } from '../live';
import { usePastMoment } from '../past';
import { useMay, useSession } from '../session';
import { Palette } from './Palette';
import { PastBanner, PastPicker } from './PastPicker';
import { PersonMenu } from './PersonMenu';
import { behindMore, byThumb, everywhere, placesOf, type Place } from './places';
import { useNarrow } from '../narrow';

/** Around every screen: where to go, one field for everything, who is here. */
export function Shell({ onSignOut, children }: { onSignOut: () => void; children: ReactNode }) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const session = useSession();
  const live = useLive();
  const writes = useMay('write');
  const past = usePastMoment();
  useHotkeys([
    ['/', spotlight.open],
    ['q', () => (writes ? void navigate({ to: '/quote' }) : undefined)],
  ]);
  // The palette's own key works inside fields too.
  useHotkeys([['mod+K', spotlight.open]], []);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: 60, collapsed: !narrow }}
      padding={{ base: 'sm', sm: 'xl' }}
    >
      <a href="#content" className="skip">
        {texts.navigation.skip}
      </a>
      <AppShell.Header className="shellHeader">
        <Group h="100%" px="md" gap="md" wrap="nowrap" justify="space-between">
          <Link to="/" className="wordmark" aria-label={texts.product}>
            <img src="/favicon.svg" alt="" />
            <Text span inherit visibleFrom="sm">
              {texts.product}
            </Text>
          </Link>
          <UnstyledButton className="searchButton" onClick={spotlight.open}>
            <IconSearch size={16} aria-hidden />
            <span style={{ flex: 1, textAlign: 'left' }}>
              {narrow ? texts.header.searchShort : texts.header.search}
            </span>
            {!narrow && <Kbd size="xs">/</Kbd>}
          </UnstyledButton>
          <Group gap="sm" wrap="nowrap">
            {session.demo && (
              <Tooltip label={texts.header.demoHint}>
                <Badge variant="light" color="gray" tt="none">
                  {texts.header.demo}
                </Badge>
              </Tooltip>
            )}
            {!writes && !past && (
              <Badge variant="light" color="gray" tt="none">
                {texts.header.readOnly}
              </Badge>
            )}
            <PastPicker />
            <PersonMenu onSignOut={onSignOut} />
          </Group>
        </Group>
      </AppShell.Header>

      <AppShell.Navbar className="shellNav" p="sm" aria-label={texts.navigation.label}>
        <Stack gap={2}>
          {placesOf(everywhere, writes).map((place) => (
            <NavLink key={place.to} place={place} />
          ))}
        </Stack>
      </AppShell.Navbar>

      <AppShell.Main id="content">
        <div style={{ maxWidth: 1240, margin: '0 auto' }}>
          {!live && (
            <Text size="xs" c="dimmed" role="status" mb="xs">
              {texts.header.reconnecting}
            </Text>
          )}
          <PastBanner />
          {children}
        </div>
      </AppShell.Main>

      {narrow && <ThumbBar />}
      <Palette />
    </AppShell>
  );
}

function NavLink({ place, onClick }: { place: Place; onClick?: () => void }) {
  return (
    <Link
      to={place.to}
      className="navLink"
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      onClick={onClick}
    >
      <place.icon size={19} stroke={1.6} aria-hidden />
      {place.label}
    </Link>
  );
}

function ThumbBar() {
  const [open, { open: more, close }] = useDisclosure(false);
  const writes = useMay('write');
  return (
    <AppShell.Footer className="shellBar">
      <nav className="bar" aria-label={texts.navigation.label}>
        {placesOf(byThumb, writes).map((place) => (
          <Link
            key={place.to}
            to={place.to}
            className="barLink"
            activeOptions={{ exact: place.to === '/', includeSearch: false }}
          >
            <place.icon size={22} stroke={1.6} aria-hidden />
            {place.label}
          </Link>
        ))}
        <UnstyledButton className="barLink" onClick={more} aria-haspopup="dialog">
          <IconDots size={22} stroke={1.6} aria-hidden />
          {texts.navigation.more}
        </UnstyledButton>
      </nav>
      <Drawer opened={open} onClose={close} position="bottom" size={330} title={texts.navigation.more}>
        <Stack gap={2} pb="md">
          {placesOf(behindMore, writes).map((place) => (
            <NavLink key={place.to} place={place} onClick={close} />
          ))}
        </Stack>
      </Drawer>
    </AppShell.Footer>
  );
}
