import { ActionIcon, Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { texts } from '../../texts';
import { useSession } from '../session';

export const THEMES: { value: MantineColorScheme; label: string; icon: typeof IconSun }[] = [
  { value: 'light', label: texts.header.light, icon: IconSun },
  { value: 'dark', label: texts.header.dark, icon: IconMoon },
  { value: 'auto', label: texts.header.system, icon: IconDeviceDesktop },
];

export function PersonMenu({ onSignOut }: { onSignOut: () => void }) {
  const session = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={texts.header.person}>
          <IconUserCircle size={24} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {session.business.name}
          </Text>
          <Text size="xs" truncate>
            {session.email}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{texts.header.theme}</Menu.Label>
        {THEMES.map((theme) => (
          <Menu.Item
            key={theme.value}
            leftSection={<theme.icon size={16} aria-hidden />}
            rightSection={colorScheme === theme.value ? <IconCheck size={14} aria-hidden /> : null}
            aria-current={colorScheme === theme.value}
            onClick={() => {
              setColorScheme(theme.value);
            }}
          >
            {theme.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          {texts.header.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
