import { Button, Group } from '@mantine/core';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { AnchorLink } from '../../shared/links';
import { tellText } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useUnmergePerson } from './commands';

/** Takes back that a card was merged into another one. */
export function TakeApart({ card }: { card: { id: string; name: string } }) {
  const writes = useMay('write');
  const unmerge = useUnmergePerson();
  if (!writes) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={unmerge.pending}
        onClick={() => {
          unmerge.run(card.id, () => {
            tellText(texts.merge.takenApart(card.name));
          });
        }}
      >
        {texts.merge.takeApart}
      </Button>
      {unmerge.problem && <ProblemBanner problem={unmerge.problem} />}
    </>
  );
}

/** The cards that were merged into a person's. */
export function AlsoAs({ person }: { person: Pick<Answer<'/api/customers/{id}'>, 'merged'> }) {
  if (person.merged.length === 0) return null;
  return (
    <Section title={texts.merge.alsoAs}>
      <ul className="rows">
        {person.merged.map((card) => (
          <li key={card.id}>
            <Group justify="space-between" gap="xs">
              <AnchorLink to="/people/$customerId" params={{ customerId: card.id }} size="sm">
                {card.name}
              </AnchorLink>
              <TakeApart card={card} />
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
