import { Button, Group, TextInput } from '@mantine/core';
import { texts } from '../texts';
import { tell } from './notices';

/** Something to be copied and handed on: a link, a key. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Button
        variant="default"
        onClick={() => {
          void navigator.clipboard.writeText(value).then(() => {
            tell(texts.common.copied);
          });
        }}
      >
        {texts.common.copy}
      </Button>
    </Group>
  );
}
