import { Button, Group, Text, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { texts } from '../../texts';

/** As long as the server takes it. */
const BODY_MAX = 1000;

/** Where a text is typed in which names in braces stand for what is each one's own. */
export function GapsField<Values extends { body: string }>({ form }: { form: UseFormReturnType<Values> }) {
  const putIn = (variable: string) => {
    const { body } = form.values;
    form.setFieldValue('body', `${body}${body === '' || body.endsWith(' ') ? '' : ' '}${variable}` as never);
    form.getInputNode('body')?.focus();
  };
  return (
    <div>
      <Textarea
        label={texts.campaigns.body}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={BODY_MAX}
        {...form.getInputProps('body')}
      />
      <Group gap={6} mt={6}>
        <Text size="xs" c="dimmed">
          {texts.campaigns.bodyHint}
        </Text>
        {texts.campaigns.variables.map((variable) => (
          <Button
            key={variable}
            size="compact-xs"
            variant="light"
            aria-label={texts.campaigns.putIn(variable)}
            onClick={() => {
              putIn(variable);
            }}
          >
            {variable}
          </Button>
        ))}
      </Group>
    </div>
  );
}
