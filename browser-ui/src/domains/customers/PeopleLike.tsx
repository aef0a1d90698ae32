import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { AnchorLink } from '../../shared/links';
import { phonesText, texts } from '../../texts';
import { usePeopleLike } from './queries';

/** While somebody is written down: who in the books may be the same person. */
export function PeopleLike({ name, phone, email }: { name: string; phone: string; email: string }) {
  const [asked] = useDebouncedValue({ name: name.trim(), phone: phone.trim(), email: email.trim() }, 300);
  const like = usePeopleLike(asked).data ?? [];
  if (like.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconUsers aria-hidden />} title={texts.merge.like}>
      {like.map((person) => (
        <Text size="sm" key={person.id}>
          <AnchorLink to="/people/$customerId" params={{ customerId: person.id }} size="sm">
            {person.name}
          </AnchorLink>{' '}
          {phonesText(person.phones)}
        </Text>
      ))}
    </Alert>
  );
}
