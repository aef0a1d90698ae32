import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { address } from '../../api/client';
import { date } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { Clock } from './Clock';
import { usePrivacyRequests, type PrivacyRequest } from './queries';

const MOST = 100;

/** What did people ask about their data, and until when must it be answered? */
export function PrivacyScreen() {
  const [open, setOpen] = useState(true);
  const requests = usePrivacyRequests({ open, sort: open ? 'dueOn' : '-endedOn', size: MOST });
  return (
    <Screen
      title={texts.privacy.title}
      lead={texts.privacy.lead}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
      views={<CsvMenu href={address('/api/privacy-requests.csv', {}, { open })} name={texts.privacy.title} />}
    >
      <Section title={texts.privacy.requests}>
        <SegmentedControl
          aria-label={texts.privacy.requests}
          mb="md"
          data={[
            { value: 'open', label: texts.privacy.open },
            { value: 'over', label: texts.privacy.over },
          ]}
          value={open ? 'open' : 'over'}
          onChange={(value) => {
            setOpen(value === 'open');
          }}
        />
        <Loaded query={requests}>
          {(page) =>
            page.items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {open ? texts.privacy.none : texts.privacy.noneOver}
              </Text>
            ) : (
              <Stack gap="md">
                {page.items.map((request) => (
                  <Row key={request.id} request={request} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Section>
      <AnchorLink to="/settings/privacy/promises" size="sm">
        {texts.promises.title}
      </AnchorLink>
    </Screen>
  );
}

function Row({ request }: { request: PrivacyRequest }) {
  return (
    <Group justify="space-between" gap="sm" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <AnchorLink to="/settings/privacy/$requestId" params={{ requestId: request.id }} fw={600}>
          {texts.privacy.kinds[request.kind]}
        </AnchorLink>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {texts.privacy.askedBy(request.customerName, date(request.receivedOn))}
        </Text>
      </div>
      <Clock request={request} />
    </Group>
  );
}
