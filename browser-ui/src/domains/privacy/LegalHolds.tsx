import { Badge, Group, Stack, Text } from '@mantine/core';
import { date } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Loaded, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useLegalHolds, type LegalHold } from './queries';

/** What isn't destroyed for now, though it would be. */
export function LegalHolds() {
  const holds = useLegalHolds();
  return (
    <Section title={texts.privacy.holds}>
      <Loaded query={holds}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.privacy.noHolds}
            </Text>
          ) : (
            <Stack gap="md">
              <Text size="sm" c="dimmed">
                {texts.privacy.holdsLead}
              </Text>
              {all.map((hold) => (
                <Hold key={hold.id} hold={hold} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function Hold({ hold }: { hold: LegalHold }) {
  const basis = texts.privacy.holdBases[hold.basis];
  return (
    <Group justify="space-between" gap="sm" align="flex-start" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        {hold.customerId ? (
          <AnchorLink to="/people/$customerId" params={{ customerId: hold.customerId }} fw={600} size="sm">
            {texts.privacy.holdOfPerson}
          </AnchorLink>
        ) : (
          <Text size="sm" fw={600}>
            {texts.privacy.holdOfBusiness}
          </Text>
        )}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {hold.releasedOn
            ? texts.privacy.holdReleased(basis, date(hold.releasedOn))
            : texts.privacy.holdTerms(basis, date(hold.placedOn), date(hold.reviewOn))}
        </Text>
      </div>
      {hold.overdue && (
        <Badge color="red" variant="light" tt="none">
          {texts.privacy.overdue}
        </Badge>
      )}
    </Group>
  );
}
