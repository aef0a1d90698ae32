import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { AnchorLink } from '../../shared/links';
import { useTellDone } from '../../shared/undo';
import { Loaded, Screen } from '../../shared/Screen';
import { count } from '../../shared/format';
import { useMay } from '../../shared/session';
import { phonesText, texts } from '../../texts';
import { useKeepApart } from './commands';
import { MergeDialog } from './MergeDialog';
import { useDuplicates } from './queries';

type Pair = Answer<'/api/customers/duplicates'>[number];

/** Who is in the books twice? */
export function DuplicatesScreen() {
  const pairs = useDuplicates();
  const writes = useMay('write');
  const apart = useKeepApart();
  const tellDone = useTellDone();
  const [merging, merge] = useState<Pair>();
  return (
    <Screen
      title={texts.merge.title}
      lead={texts.merge.lead}
      above={
        <AnchorLink to="/people" size="sm">
          {texts.people.title}
        </AnchorLink>
      }
    >
      {apart.problem && <ProblemBanner problem={apart.problem} />}
      <Loaded query={pairs}>
        {(found) =>
          found.length === 0 ? (
            <Paper withBorder radius="md">
              <Empty picture="calm" title={texts.merge.none} text={texts.merge.noneHint} />
            </Paper>
          ) : (
            <ul className="cards" aria-label={texts.merge.title}>
              {found.map((pair) => (
                <Paper component="li" withBorder radius="md" p="md" key={`${pair.one.id} ${pair.other.id}`}>
                  <Stack gap="xs">
                    <Group gap={6}>
                      {pair.because.map((likeness) => (
                        <Badge key={likeness} variant="light" tt="none">
                          {texts.merge.because[likeness]}
                        </Badge>
                      ))}
                    </Group>
                    <One person={pair.one} />
                    <One person={pair.other} />
                    {writes && (
                      <Group gap="xs">
                        <Button
                          size="compact-sm"
                          onClick={() => {
                            merge(pair);
                          }}
                        >
                          {texts.merge.merge}
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="default"
                          loading={apart.pending}
                          onClick={() => {
                            apart.run({ id: pair.one.id, customerId: pair.other.id }, (done) => {
                              tellDone(texts.merge.apart, done);
                            });
                          }}
                        >
                          {texts.merge.different}
                        </Button>
                      </Group>
                    )}
                  </Stack>
                </Paper>
              ))}
            </ul>
          )
        }
      </Loaded>
      {merging && (
        <MergeDialog
          opened
          survivor={merging.one}
          mergedId={merging.other.id}
          onClose={() => {
            merge(undefined);
          }}
        />
      )}
    </Screen>
  );
}

function One({ person }: { person: Pair['one'] }) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <AnchorLink to="/people/$customerId" params={{ customerId: person.id }} size="sm" fw={600}>
        {person.name}
      </AnchorLink>{' '}
      <Text span c="dimmed" size="sm">
        {[phonesText(person.phones), ...person.emails, count(person.deals, 'deal', 'deals')].filter(Boolean).join(', ')}
      </Text>
    </Text>
  );
}
