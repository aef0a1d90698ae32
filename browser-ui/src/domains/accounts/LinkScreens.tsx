import { Button } from '@mantine/core';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { ButtonLink } from '../../shared/links';
import { SkeletonLines } from '../../shared/Screen';
import { problemText, texts } from '../../texts';
import { agreeEmailChange, confirmEmail } from './commands';
import { DoorFrame } from './DoorFrame';

interface Told {
  title: string;
  hint: string;
}

/** Does what the link of a mail is for, once, and says what came of it. */
function LinkScreen({ follow }: { follow: (queries: QueryClient, token: string) => Promise<Told> }) {
  const [token] = useState(() => window.location.hash.slice(1));
  const queries = useQueryClient();
  const using = useMutation({ mutationFn: () => follow(queries, token), networkMode: 'always' });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    using.mutate();
  });
  const goOn = <ButtonLink to="/">{texts.access.goOn}</ButtonLink>;
  if (using.data) {
    return (
      <DoorFrame title={using.data.title} lead="" footer={null}>
        <Empty picture="calm" title={using.data.hint} action={goOn} />
      </DoorFrame>
    );
  }
  if (using.error) {
    const problem = Problem.of(using.error);
    return (
      <DoorFrame title={problem.mayBeRetried ? texts.access.failedTitle : texts.access.voidTitle} lead="" footer={null}>
        <Empty
          picture="page"
          title={problemText(problem.code)}
          action={
            problem.mayBeRetried ? (
              <Button
                onClick={() => {
                  using.mutate();
                }}
              >
                {texts.access.again}
              </Button>
            ) : (
              goOn
            )
          }
        />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={texts.product} lead="" footer={null}>
      <SkeletonLines lines={3} />
    </DoorFrame>
  );
}

async function confirm(queries: QueryClient, token: string): Promise<Told> {
  await confirmEmail(queries, token);
  return { title: texts.access.confirmTitle, hint: texts.access.confirmHint };
}

async function agree(queries: QueryClient, token: string): Promise<Told> {
  return (await agreeEmailChange(queries, token))
    ? { title: texts.access.changeTitle, hint: texts.access.changeHint }
    : { title: texts.access.changeHalfTitle, hint: texts.access.changeHalfHint };
}

export function ConfirmEmailScreen() {
  return <LinkScreen follow={confirm} />;
}

export function ChangeEmailScreen() {
  return <LinkScreen follow={agree} />;
}
