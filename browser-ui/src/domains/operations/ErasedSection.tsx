import { Anchor, Group, Text } from '@mantine/core';
import { address } from '../../api/client';
import { date } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { PlainTable, ShortId } from './parts';
import { useErasedBusinesses, type ErasedBusiness } from './queries';

/** Who left, and what shows that nothing of them is left. */
export function ErasedSection() {
  const erased = useErasedBusinesses();
  return (
    <Section title={texts.operator.erased}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.operator.erasedLead}
      </Text>
      <Loaded query={erased}>
        {(all) => (
          <PlainTable
            label={texts.operator.erased}
            columns={texts.operator.erasedColumns}
            rows={all}
            none={texts.operator.noErased}
            keyOf={({ id }) => id}
            cells={erasedCells}
          />
        )}
      </Loaded>
    </Section>
  );
}

function erasedCells({ id, closedOn, erasedOn, held, found }: ErasedBusiness) {
  return [
    <ShortId key="id" id={id} />,
    date(closedOn),
    erasedOn ? date(erasedOn) : texts.operator.notErased,
    erasedOn ? (
      <Group key="certificate" gap="sm">
        <Anchor
          size="sm"
          target="_blank"
          href={address('/api/operator/erased-businesses/{id}/certificate.pdf', { id })}
          aria-label={texts.operator.paperOf(id)}
        >
          {texts.operator.paper}
        </Anchor>
        <Anchor
          size="sm"
          href={address('/api/operator/erased-businesses/{id}/certificate', { id })}
          download={`erasure-${id}.json`}
          aria-label={texts.operator.certificateOf(id)}
        >
          {texts.operator.certificate}
        </Anchor>
      </Group>
    ) : held ? (
      texts.operator.heldByLaw
    ) : (
      Object.entries(found)
        .map(([table, rows]) => texts.operator.stillFound(table, rows))
        .join(', ')
    ),
  ];
}
