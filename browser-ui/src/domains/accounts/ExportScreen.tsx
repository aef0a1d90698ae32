import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { moment, size } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useAskExport, useCollectExport, type Export } from './commands';
import { useExports } from './queries';

const COLORS: Record<Export['stage'], string> = {
  MAKING: 'blue',
  READY: 'green',
  COLLECTED: 'gray',
  EXPIRED: 'gray',
  FAILED: 'red',
};

/** How do I take everything away? */
export function ExportScreen() {
  const administers = useMay('administer');
  return (
    <Screen
      title={texts.exports.title}
      lead={administers ? texts.exports.lead : texts.exports.ownersOnly}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
    >
      {administers && <Archives />}
    </Screen>
  );
}

function Archives() {
  const exports = useExports();
  return (
    <>
      <Section title={texts.exports.ask}>
        <AskPart making={exports.data?.some(({ stage }) => stage === 'MAKING') ?? false} />
      </Section>
      <Section title={texts.exports.earlier}>
        <Loaded query={exports}>
          {(all) =>
            all.length === 0 ? (
              <Text c="dimmed" size="sm">
                {texts.exports.none}
              </Text>
            ) : (
              <Stack gap="md">
                {all.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

function AskPart({ making }: { making: boolean }) {
  const ask = useAskExport();
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{texts.exports.what}</Text>
      <Text size="sm" c="dimmed">
        {texts.exports.how}
      </Text>
      {ask.problem && <ProblemBanner problem={ask.problem} />}
      <Button
        loading={ask.pending}
        disabled={making}
        onClick={() => {
          ask.run(undefined, () => {
            tell(texts.exports.asked);
          });
        }}
      >
        {texts.exports.askButton}
      </Button>
    </Stack>
  );
}

function Row({ one }: { one: Export }) {
  const { timeZone } = useBusiness();
  const collect = useCollectExport();
  const facts = [
    one.bytes === undefined ? undefined : size(one.bytes),
    one.stage === 'READY' && one.goodUntil ? texts.exports.until(moment(one.goodUntil, timeZone)) : undefined,
    one.collectedAt ? texts.exports.collectedAt(moment(one.collectedAt, timeZone)) : undefined,
  ].filter(Boolean);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text className="figures">{moment(one.askedAt, timeZone)}</Text>
            <Badge variant="light" color={COLORS[one.stage]} tt="none">
              {texts.exports.stages[one.stage]}
            </Badge>
          </Group>
          {facts.length > 0 && (
            <Text size="xs" c="dimmed">
              {facts.join(' · ')}
            </Text>
          )}
        </div>
        {one.stage === 'READY' && (
          <Button
            size="compact-sm"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={collect.pending}
            onClick={() => {
              collect.run(one);
            }}
          >
            {texts.exports.collect}
          </Button>
        )}
      </Group>
      {one.stage === 'MAKING' && (
        <Progress value={Math.max(2, one.percent)} aria-label={texts.exports.progress} transitionDuration={400} />
      )}
      {one.sha256 && one.stage !== 'EXPIRED' && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {texts.exports.sha256} <code>{one.sha256}</code>
        </Text>
      )}
      {collect.problem && <ProblemBanner problem={collect.problem} />}
    </Stack>
  );
}
