import { Button, Menu, Text, type ButtonProps } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { texts } from '../../texts';
import { useTemplates } from './queries';

/** Offers the texts at hand, if there are any. */
export function TemplateMenu({ pick, ...button }: { pick: (body: string) => void } & ButtonProps) {
  const { data = [] } = useTemplates();
  if (data.length === 0) return null;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTemplate size={16} aria-hidden />} {...button}>
          {texts.templates.one}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {data.map((template) => (
          <Menu.Item
            key={template.id}
            aria-label={template.name}
            onClick={() => {
              pick(template.body);
            }}
          >
            <Text size="sm" fw={550}>
              {template.name}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {template.body}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
