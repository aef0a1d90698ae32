import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { tellProblem } from '../../shared/notices';
import { texts } from '../../texts';
import { chooseOptionalMailByLink } from './commands';
import { DoorFrame } from './DoorFrame';

/** Where the link of a mail leads that can be declined. A click decides: a program that only looks changes nothing. */
export function UnsubscribeScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const choosing = useMutation({
    mutationFn: (wanted: boolean) => chooseOptionalMailByLink(token, wanted),
    onError: (error) => {
      const problem = Problem.of(error);
      if (problem.mayBeRetried) tellProblem(problem);
    },
  });
  const gone = choosing.error !== null && !Problem.of(choosing.error).mayBeRetried;
  const button = (wanted: boolean, label: string) => (
    <Button
      variant={wanted ? 'default' : 'filled'}
      loading={choosing.isPending}
      onClick={() => {
        choosing.mutate(wanted);
      }}
    >
      {label}
    </Button>
  );
  return (
    <DoorFrame title={texts.mails.unsubscribe} lead="" footer={null}>
      {gone ? (
        <Empty picture="page" title={texts.mails.void} text={texts.mails.voidHint} />
      ) : !choosing.isSuccess ? (
        <Stack gap="md">
          <Text>{texts.mails.unsubscribeText}</Text>
          {button(false, texts.mails.unsubscribeButton)}
        </Stack>
      ) : choosing.variables ? (
        <Empty picture="calm" title={texts.mails.back} text={texts.mails.backHint} />
      ) : (
        <Empty
          picture="calm"
          title={texts.mails.unsubscribed}
          text={texts.mails.unsubscribedHint}
          action={button(true, texts.mails.takeBack)}
        />
      )}
    </DoorFrame>
  );
}
