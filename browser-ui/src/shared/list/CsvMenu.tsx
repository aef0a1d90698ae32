import { ActionIcon, Button, Group, Menu, type ButtonProps } from '@mantine/core';
import { IconChevronDown, IconClock, IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { texts } from '../../texts';
import { useMay } from '../session';

interface CsvMenuProps {
  /** Where the list or report is as a file, with the filter in force. */
  href: string;
  /** What it is called. */
  name: string;
  size?: 'sm' | 'compact-sm' | 'compact-md';
  variant?: ButtonProps['variant'];
  ml?: ButtonProps['ml'];
}

const ICON_SIZES = { sm: 36, 'compact-sm': 26, 'compact-md': 30 };

/** Takes a list or report away: now, or again and again. */
export function CsvMenu({ href, name, size = 'sm', variant = 'default', ml }: CsvMenuProps) {
  const navigate = useNavigate();
  const writes = useMay('write');
  return (
    <Group gap={2} wrap="nowrap" {...(ml === undefined ? {} : { ml })}>
      <Button
        component="a"
        href={href}
        download
        size={size}
        variant={variant}
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {texts.list.csv}
      </Button>
      {writes && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant={variant} size={ICON_SIZES[size]} aria-label={texts.list.csvMore(name)}>
              <IconChevronDown size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconClock size={16} aria-hidden />}
              onClick={() => {
                void navigate({ to: '/settings/deliveries', search: { list: href, name } });
              }}
            >
              {texts.list.deliver}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
