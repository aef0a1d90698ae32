import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { ButtonLink } from '../../shared/links';
import { SkeletonLines } from '../../shared/Screen';
import { problemText, texts } from '../../texts';
import { agreeEmailChange } from './commands';
import { DoorFrame } from './DoorFrame';

/** Agrees, once, for the address that the link was mailed to, and says what came of it. */
export function ChangeEmailScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const queries = useQueryClient();
  const agreeing = useMutation({ mutationFn: () => agreeEmailChange(queries, token), networkMode: 'always' });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    agreeing.mutate();
  });
  const goOn = <ButtonLink to="/">{texts.access.goOn}</ButtonLink>;
  if (agreeing.isSuccess) {
    return (
      <DoorFrame title={agreeing.data ? texts.access.changeTitle : texts.access.changeHalfTitle} lead="" footer={null}>
        <Empty
          picture="calm"
          title={agreeing.data ? texts.access.changeHint : texts.access.changeHalfHint}
          action={goOn}
        />
      </DoorFrame>
    );
  }
  if (agreeing.error) {
    const problem = Problem.of(agreeing.error);
    return (
      <DoorFrame title={problem.mayBeRetried ? texts.access.failedTitle : texts.access.voidTitle} lead="" footer={null}>
        <Empty
          picture="page"
          title={problemText(problem.code)}
          action={
            problem.mayBeRetried ? (
              <Button
                onClick={() => {
                  agreeing.mutate();
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
