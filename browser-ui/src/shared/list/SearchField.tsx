import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts';

/** Narrows a list while it is typed into, a moment after the last letter. */
export function SearchField(props: { value: string; hint: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(props.value);
  const [known, setKnown] = useState(props.value);
  if (known !== props.value) {
    // The address changed by itself: by "back", or by clearing the filters.
    setKnown(props.value);
    setTyped(props.value);
  }
  const settle = useDebouncedCallback((value: string) => {
    setKnown(value);
    props.onChange(value);
  }, 200);
  const type = (value: string) => {
    setTyped(value);
    settle(value);
  };
  return (
    <TextInput
      type="search"
      label={texts.list.search}
      placeholder={props.hint}
      value={typed}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed && (
          <CloseButton
            size="sm"
            aria-label={texts.list.clearSearch}
            onClick={() => {
              type('');
            }}
          />
        )
      }
      flex="1 1 220px"
      maw={{ sm: 280 }}
    />
  );
}
