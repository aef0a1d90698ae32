import { Text } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { ButtonLink } from '../../shared/links';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';

/** The way to what stands on people's cards. */
export function CardsLink() {
  return (
    <Section title={texts.people.title}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.cards.lead}
      </Text>
      <ButtonLink to="/people/cards" variant="default" leftSection={<IconTags size={16} aria-hidden />}>
        {texts.cards.title}
      </ButtonLink>
    </Section>
  );
}
