import { Text } from '@mantine/core';
import { date } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useAttestations } from './queries';

/** What a person said to be true, for which deal, when and how; nothing where they never did. */
export function Attestations({ id }: { id: string }) {
  const attested = useAttestations(id).data ?? [];
  if (attested.length === 0) return null;
  return (
    <Section title={texts.attestations.title}>
      <ul className="rows">
        {attested.map(({ dealId, items, attestedOn, by, version, text }) => (
          <li key={dealId}>
            <Text size="sm">“{text}”</Text>
            <Text size="xs" c="dimmed">
              {date(attestedOn)} · {texts.attestations.by[by]} · {texts.attestations.version(version)} ·{' '}
              <AnchorLink to="/deals/$dealId" params={{ dealId }} size="xs">
                {items}
              </AnchorLink>
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
