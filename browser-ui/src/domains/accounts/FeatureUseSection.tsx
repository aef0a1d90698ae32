import { Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { number } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useFeatureUse } from './queries';

/** What the service counted of this user, asked for when somebody wants to see it. */
export function FeatureUseSection() {
  const [open, { open: show }] = useDisclosure(false);
  const use = useFeatureUse(open);
  return (
    <Section title={texts.featureUse.yours}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.featureUse.lead}
      </Text>
      {open ? (
        <Loaded query={use}>
          {(all) =>
            all.length === 0 ? (
              <Text size="sm">{texts.featureUse.none}</Text>
            ) : (
              <Table.ScrollContainer minWidth={300}>
                <Table aria-label={texts.featureUse.yours}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{texts.featureUse.day}</Table.Th>
                      <Table.Th>{texts.featureUse.feature}</Table.Th>
                      <Table.Th>{texts.featureUse.use}</Table.Th>
                      <Table.Th>{texts.featureUse.times}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {all.map((row) => (
                      <Table.Tr key={`${row.day} ${row.feature} ${row.use}`}>
                        <Table.Td>{row.day}</Table.Td>
                        <Table.Td>{texts.featureUse.features[row.feature] ?? row.feature}</Table.Td>
                        <Table.Td>{texts.featureUse.uses[row.use]}</Table.Td>
                        <Table.Td>{number(row.times)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )
          }
        </Loaded>
      ) : (
        <Button variant="default" size="compact-sm" onClick={show}>
          {texts.featureUse.show}
        </Button>
      )}
    </Section>
  );
}
