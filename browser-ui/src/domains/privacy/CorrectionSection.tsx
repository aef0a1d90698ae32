import { Button, Table, Text } from '@mantine/core';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useAnswerRequest, useCorrectCard } from './commands';
import { useCard, type PrivacyRequest } from './queries';

type Card = Answer<'/api/customers/{id}'>;
type Proposed = NonNullable<PrivacyRequest['correction']>;
type Place = Card['addresses'][number]['address'];

interface CorrectionSectionProps {
  request: PrivacyRequest;
  customerId: string;
  correction: Proposed;
  open: boolean;
}

/** What stands on the card beside what the person wants to stand there; one tap takes it over. */
export function CorrectionSection(props: CorrectionSectionProps) {
  const card = useCard(props.customerId);
  return (
    <Section title={texts.privacy.correction}>
      <Loaded query={card} skeleton={<SkeletonLines lines={4} />}>
        {(now) => <Compared {...props} card={now} />}
      </Loaded>
    </Section>
  );
}

function Compared({ request, customerId, correction, open, card }: CorrectionSectionProps & { card: Card }) {
  const writes = useMay('write');
  const correct = useCorrectCard();
  const answer = useAnswerRequest();
  const problem = correct.problem ?? answer.problem;
  const of = (kind: 'PHONE' | 'EMAIL') =>
    card.contacts.filter((contact) => contact.kind === kind).map(({ value }) => value);
  const rows: [string, string, string][] = [
    [texts.privacy.correctionName, card.name, correction.name],
    [texts.privacy.correctionPhones, of('PHONE').join('\n'), correction.phones.join('\n')],
    [texts.privacy.correctionEmails, of('EMAIL').join('\n'), correction.emails.join('\n')],
    [texts.privacy.correctionAddress, line(card.addresses[0]?.address), line(correction.address)],
  ];
  return (
    <>
      {problem && <ProblemBanner problem={problem} />}
      <Table.ScrollContainer minWidth={300}>
        <Table fz="sm" verticalSpacing={6} aria-label={texts.privacy.correction}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>{texts.privacy.correctionNow}</Table.Th>
              <Table.Th>{texts.privacy.correctionWanted}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([what, now, wanted]) => (
              <Table.Tr key={what}>
                <Table.Th scope="row">{what}</Table.Th>
                <Table.Td style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{now}</Table.Td>
                <Table.Td
                  fw={now === wanted ? undefined : 600}
                  style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
                >
                  {wanted}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {correction.remark && (
        <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {texts.privacy.correctionRemark}: {correction.remark}
        </Text>
      )}
      {open && writes && (
        <Button
          mt="md"
          loading={correct.pending || answer.pending}
          onClick={() => {
            correct.run({ customerId, version: card.version, card: corrected(card, correction) }, () => {
              answer.run(request, () => {
                tell(texts.privacy.takenOver);
              });
            });
          }}
        >
          {texts.privacy.takeOver}
        </Button>
      )}
    </>
  );
}

/** Labels stay with what stays; who has the link writes one address, and further ones stay. */
function corrected(card: Card, { name, phones, emails, address }: Proposed) {
  const known = (kind: 'PHONE' | 'EMAIL', value: string) =>
    card.contacts.find((contact) => contact.kind === kind && contact.value === value) ?? { kind, value };
  const [usual, ...others] = card.addresses;
  return {
    name,
    contacts: [...phones.map((value) => known('PHONE', value)), ...emails.map((value) => known('EMAIL', value))],
    addresses: [...(address ? [{ ...(usual?.label && { label: usual.label }), address }] : []), ...others],
    ...(card.leadSource && { leadSource: card.leadSource }),
  };
}

function line(address: Place | undefined): string {
  return address
    ? [address.line1, address.line2, address.city, address.region, address.postalCode, address.country]
        .filter(Boolean)
        .join(', ')
    : '';
}
