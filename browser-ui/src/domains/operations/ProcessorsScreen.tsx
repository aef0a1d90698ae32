import { Badge, Button, Group, Modal, Progress, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { number } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { PlainTable } from './parts';
import { pauseProcessor, rebuildView, resumeProcessor } from './commands';
import { useProcessors, useRebuilds, type Processor } from './queries';
import { ReasonForm } from './ReasonForm';
import { useStep } from './step';

/** How far is what follows the log? */
export function ProcessorsScreen() {
  const processors = useProcessors();
  const [pausing, setPausing] = useState<string>();
  const resuming = useStep(resumeProcessor, texts.operator.resumed);
  const close = () => {
    setPausing(undefined);
  };
  return (
    <Screen title={texts.operator.processors} lead={texts.operator.processorsLead}>
      <Rebuilds />
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
                <Group key="steps" gap={4} wrap="nowrap">
                  {processor.paused ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={texts.operator.resumeOf(processor.name)}
                      loading={resuming.isPending && resuming.variables === processor.name}
                      onClick={() => {
                        resuming.mutate(processor.name);
                      }}
                    >
                      {texts.operator.resume}
                    </Button>
                  ) : (
                    <>
                      <RebuildStep name={processor.name} />
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-label={texts.operator.pauseOf(processor.name)}
                        onClick={() => {
                          setPausing(processor.name);
                        }}
                      >
                        {texts.operator.pause}
                      </Button>
                    </>
                  )}
                </Group>,
              ]}
            />
          )}
        </Loaded>
        <Modal opened={pausing !== undefined} onClose={close} title={texts.operator.pauseTitle}>
          {pausing && (
            <ReasonForm
              text={texts.operator.pauseText(pausing)}
              hint={texts.operator.pauseReasonHint}
              submit={texts.operator.pause}
              done={texts.operator.processorPaused}
              step={(reason) => pauseProcessor(pausing, reason)}
              close={close}
            />
          )}
        </Modal>
      </Section>
    </Screen>
  );
}

/** Views alone can be rebuilt; what isn't one says so. */
function RebuildStep({ name }: { name: string }) {
  const queries = useQueryClient();
  const step = useMutation({
    mutationFn: () => rebuildView(name),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/api/operator/rebuilds'] }),
    onError: () => {
      tell(texts.operator.noRebuild(name));
    },
  });
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={texts.operator.rebuildOf(name)}
      loading={step.isPending}
      onClick={() => {
        step.mutate();
      }}
    >
      {texts.operator.rebuild}
    </Button>
  );
}

function Rebuilds() {
  const rebuilds = useRebuilds();
  return (
    <Section title={texts.operator.rebuilds}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.operator.rebuildsLead}
      </Text>
      <Loaded query={rebuilds}>
        {(all) => (
          <PlainTable
            label={texts.operator.rebuilds}
            columns={texts.operator.rebuildColumns}
            rows={all}
            none={texts.operator.noRebuilds}
            keyOf={({ view }) => view}
            cells={({ view, state, percent, events, waits, failure }) => [
              view,
              failure ? texts.operator.rebuildFailed(failure) : texts.operator.rebuildStates[state],
              <Progress key="percent" value={percent} w={120} aria-label={view} />,
              number(events),
              number(waits),
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function State({ processor: { running, error, paused } }: { processor: Processor }) {
  if (paused) {
    return (
      <Badge variant="light" color="orange" tt="none">
        {texts.operator.paused}
      </Badge>
    );
  }
  const well = running && !error;
  return (
    <Badge variant="light" color={well ? 'gray' : 'red'} tt="none">
      {well ? texts.operator.runs : error ? texts.operator.fails : texts.operator.stopped}
    </Badge>
  );
}
