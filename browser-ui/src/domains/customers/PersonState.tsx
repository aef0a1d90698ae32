import { Alert, Badge, Button, Text } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tellWithUndo } from '../../shared/notices';
import { useMay } from '../../shared/session';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';
import { useCardStep } from './commands';

type Customer = Answer<'/api/customers/{id}'>;

/** What is special about the person, beside their name. */
export function PersonBadges({ person }: { person: Customer }) {
  return (
    <>
      {person.doNotBuy && (
        <Badge color="red" tt="none">
          {texts.doNotBuy.badge}
        </Badge>
      )}
      {person.restricted && (
        <Badge color="orange" variant="light" tt="none">
          {texts.privacy.restrictedBadge}
        </Badge>
      )}
      {person.archived && (
        <Badge variant="light" color="gray" tt="none">
          {texts.people.archivedBadge}
        </Badge>
      )}
    </>
  );
}

/** That the person wants what is held of them kept and not used, and the way back. */
export function Restricted({ person }: { person: Customer }) {
  const queries = useQueryClient();
  const step = useCardStep();
  const mayWrite = useMay('write');
  return (
    <Alert color="orange" variant="light" title={texts.privacy.restricted} icon={<IconBan aria-hidden />}>
      {step.problem && <ProblemBanner problem={step.problem} />}
      <Text size="sm">{texts.privacy.restrictedText}</Text>
      {mayWrite && (
        <Button
          mt="sm"
          size="compact-sm"
          variant="default"
          loading={step.pending}
          onClick={() => {
            step.run({ customer: person, step: { path: '/api/customers/{id}/restriction/lift' } }, (done) => {
              tellWithUndo(texts.privacy.lifted(person.name), () => undoFacts(queries, [done.position]));
            });
          }}
        >
          {texts.privacy.liftRestriction}
        </Button>
      )}
    </Alert>
  );
}
