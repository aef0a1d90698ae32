import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Answer } from '../../api/types';
import { CopyField } from '../../shared/CopyField';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useMakePrivateLink, useRevokePrivateLink } from './commands';
import type { PrivacyRequest } from './queries';

type Made = Answer<'/api/privacy-requests/{id}/link', 'post'>;

/** By which the person sees what is held of them; asked for again, it is the same as long as it is good. */
export function PrivateLinkSection({ request }: { request: PrivacyRequest }) {
  const make = useMakePrivateLink();
  const revoke = useRevokePrivateLink();
  const [address, setAddress] = useState<string>();
  const { link } = request;
  const problem = make.problem ?? revoke.problem;
  return (
    <Section title={texts.privacy.link} forWriters>
      {problem && <ProblemBanner problem={problem} />}
      <Text size="sm" mb="sm">
        {link ? texts.privacy.linkGood(date(link.goodUntil)) : texts.privacy.linkText}
      </Text>
      {link && address && <CopyField label={texts.privacy.link} value={address} />}
      <Group gap="xs" mt="sm">
        {!(link && address) && (
          <Button
            loading={make.pending}
            onClick={() => {
              make.run({ request, linkId: link?.linkId ?? newId() }, (done) => {
                setAddress((done as Made).address);
              });
            }}
          >
            {link ? texts.privacy.linkAgain : texts.privacy.makeLink}
          </Button>
        )}
        {link && (
          <Button
            variant="subtle"
            color="red"
            loading={revoke.pending}
            onClick={() => {
              revoke.run({ request, linkId: link.linkId }, () => {
                setAddress(undefined);
                tell(texts.privacy.linkRevoked);
              });
            }}
          >
            {texts.privacy.revokeLink}
          </Button>
        )}
      </Group>
    </Section>
  );
}
