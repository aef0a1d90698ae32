import { Badge, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { moment } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { PlainTable, ShortId } from './parts';
import { useMails } from './queries';

const BAD = new Set<string>(['FAILED', 'UNKNOWN', 'BOUNCED', 'COMPLAINED']);

/** Did mails go out, and did they arrive? */
export function MailsScreen() {
  const [astray, setAstray] = useState(false);
  const mails = useMails(astray);
  const { timeZone } = useBusiness();
  return (
    <Screen title={texts.operator.mails} lead={texts.operator.mailsLead}>
      <Section
        title={texts.operator.mails}
        aside={
          <SegmentedControl
            size="xs"
            data={[
              { value: 'all', label: texts.operator.mailsAll },
              { value: 'astray', label: texts.operator.mailsAstray },
            ]}
            value={astray ? 'astray' : 'all'}
            onChange={(value) => {
              setAstray(value === 'astray');
            }}
          />
        }
      >
        <Loaded query={mails}>
          {(all) => (
            <PlainTable
              label={texts.operator.mails}
              columns={texts.operator.mailColumns}
              rows={all}
              none={texts.operator.mailsNone}
              keyOf={({ id }) => id}
              cells={(mail) => [
                <Stack key="kind" gap={0}>
                  <Text span size="sm">
                    {texts.operator.mailKinds[mail.kind] ?? mail.kind}
                  </Text>
                  {!mail.essential && (
                    <Text span size="xs" c="dimmed">
                      {texts.operator.mailOptional}
                    </Text>
                  )}
                </Stack>,
                mail.to ?? texts.operator.mailToErased,
                mail.state && (
                  <State key="state" bad={BAD.has(mail.state)}>
                    {`${texts.operator.mailStates[mail.state]}${mail.reason ? ` (${mail.reason})` : ''}`}
                  </State>
                ),
                mail.fate && (
                  <State key="fate" bad={BAD.has(mail.fate)}>
                    {texts.operator.mailFates[mail.fate]}
                  </State>
                ),
                moment(mail.writtenAt, timeZone),
                <ShortId key="business" id={mail.tenantId} />,
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Screen>
  );
}

function State({ bad, children }: { bad: boolean; children: string }) {
  return (
    <Badge variant="light" color={bad ? 'orange' : 'gray'} tt="none">
      {children}
    </Badge>
  );
}
