import { Badge } from '@mantine/core';
import { number } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { PlainTable } from './parts';
import { useProcessors, type Processor } from './queries';

/** How far is what follows the log? */
export function ProcessorsScreen() {
  const processors = useProcessors();
  return (
    <Screen title={texts.operator.processors} lead={texts.operator.processorsLead}>
      <Section title={texts.operator.processors}>
        <Loaded query={processors}>
          {(all) => (
            <PlainTable
              label={texts.operator.processors}
              columns={texts.operator.processorColumns}
              rows={all}
              none={texts.operator.noProcessors}
              keyOf={({ name }) => name}
              cells={(processor) => [
                processor.name,
                <State key="state" processor={processor} />,
                number(processor.behind),
                number(processor.deadLetters),
                number(processor.position),
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Screen>
  );
}

function State({ processor: { running, error } }: { processor: Processor }) {
  const well = running && !error;
  return (
    <Badge variant="light" color={well ? 'gray' : 'red'} tt="none">
      {well ? texts.operator.runs : error ? texts.operator.fails : texts.operator.stopped}
    </Badge>
  );
}
