import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { newId } from '../../api/client';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date } from '../../shared/format';
import { tell } from '../../shared/notices';
import { SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useStep } from './commands';
import type { StepFormProps } from './StepForms';

type Made = Answer<'/api/deals/{id}/offer-link', 'post'>;

/** A private link to the quote or re-quote, to be copied or shared. It is made once, and shown again as long as it is good. */
export function OfferLink({ deal, close }: StepFormProps) {
  const make = useStep('/api/deals/{id}/offer-link');
  const revoke = useStep('/api/deals/{id}/offer-link/revoke');
  const [linkId] = useState(() => deal.offerLink?.linkId ?? newId());
  const [token, setToken] = useState<string>();
  const { run } = make;
  const wanted = token === undefined && !make.pending && !make.problem;
  useEffect(() => {
    if (!wanted) return;
    run({ deal, body: { linkId } }, (done) => {
      setToken((done as Made).token);
    });
  }, [wanted, run, deal, linkId]);
  const problem = make.problem ?? revoke.problem;
  if (problem) return <ProblemBanner problem={problem} />;
  if (token === undefined) return <SkeletonLines lines={2} />;
  // Behind the # it is sent to no server, and so stands in no log.
  const link = `${window.location.origin}/offer#${token}`;
  const goodUntil = deal.offerLink?.goodUntil ?? (deal.state === 'QUOTED' ? deal.validUntil : undefined);
  return (
    <Stack gap="md">
      <Text size="sm">{texts.deal.linkLead(deal.customerName, goodUntil ? date(goodUntil) : texts.common.none)}</Text>
      <TextInput
        label={texts.deal.linkField}
        value={link}
        readOnly
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Group justify="space-between">
        <Button
          variant="subtle"
          color="red"
          loading={revoke.pending}
          onClick={() => {
            revoke.run({ deal, body: { linkId } }, () => {
              tell(texts.deal.linkRevoked);
              close();
            });
          }}
        >
          {texts.deal.revokeLink}
        </Button>
        <Group gap="xs">
          {'share' in navigator && (
            <Button variant="default" onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
              {texts.deal.shareLink}
            </Button>
          )}
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(link).then(() => {
                tell(texts.deal.copied);
              });
            }}
          >
            {texts.deal.copyLink}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
