import { Anchor, Text } from '@mantine/core';
import type { Answer } from '../../api/types';
import { phone } from '../../shared/format';
import { texts } from '../../texts';

type Contact = Answer<'/api/customers/{id}'>['contacts'][number];

/** The numbers, or the e-mail addresses, among contacts, to call or write to; nothing where there are none. */
export function reaches(contacts: Contact[], kind: Contact['kind']) {
  const shown = contacts.filter((contact) => contact.kind === kind);
  if (shown.length === 0) return undefined;
  return shown.map(({ value, label }) => (
    <Text key={value} size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
      <Anchor href={(kind === 'PHONE' ? 'tel:' : 'mailto:') + value} c="inherit" size="sm">
        {kind === 'PHONE' ? phone(value) : value}
      </Anchor>
      {label && (
        <Text span size="xs" c="dimmed">
          {' '}
          {texts.people.labels[label]}
        </Text>
      )}
    </Text>
  ));
}
