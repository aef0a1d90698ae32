import { Container } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Problem } from '../api/problem';
import { AccountBanners } from '../domains/accounts/AccountBanners';
import { signOut } from '../domains/accounts/commands';
import { BillingBanner } from '../domains/billing/BillingBanner';
import { FirstSecondStep } from '../domains/accounts/FirstSecondStep';
import { ProveAgain } from '../domains/accounts/ProveAgain';
import { useSignedIn } from '../domains/accounts/queries';
import { OperatorShell } from '../domains/operations/OperatorShell';
import { tellProblem } from '../shared/notices';
import { Loaded, SkeletonLines } from '../shared/Screen';
import { SessionProvider } from '../shared/session';
import { Shell } from '../shared/shell/Shell';

/** Whoever runs the service has screens of their own, and a business has the others: who strays is led back. */
function OwnScreens({ operator }: { operator: boolean }) {
  const router = useRouter();
  const isOwn = (path: string) => path.startsWith('/operator') === operator;
  const strayed = useRouterState({ select: ({ location }) => !isOwn(location.pathname) });
  // On the way back, what is shown is still the screen that isn't theirs.
  const shown = useRouterState({
    select: ({ location, resolvedLocation }) => isOwn((resolvedLocation ?? location).pathname),
  });
  useEffect(() => {
    if (strayed) void router.navigate({ to: operator ? '/operator' : '/', replace: true });
  }, [strayed, operator, router]);
  return strayed || !shown ? null : <Outlet />;
}

/** The door: nobody signed in goes to the sign-in, and comes back to where they wanted to be. */
export function SignedIn() {
  const session = useSignedIn();
  const queries = useQueryClient();
  const router = useRouter();
  const nobody = session.data === null;

  useEffect(() => {
    if (!nobody) return;
    const { href } = router.state.location;
    void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }, [nobody, router]);

  const leave = () => {
    router
      .navigate({ to: '/sign-in' })
      .then(() => signOut(queries))
      .catch((error: unknown) => {
        tellProblem(Problem.of(error));
      });
  };

  const waiting = (
    <Container py="xl">
      <SkeletonLines />
    </Container>
  );
  return (
    <Loaded query={session} skeleton={waiting}>
      {(who) =>
        who === null ? (
          waiting
        ) : who.secondFactorMissing ? (
          <FirstSecondStep onSignOut={leave} />
        ) : who.role === 'OPERATOR' ? (
          <SessionProvider value={who}>
            <OperatorShell onSignOut={leave}>
              <AccountBanners />
              <OwnScreens operator />
              <ProveAgain />
            </OperatorShell>
          </SessionProvider>
        ) : (
          <SessionProvider value={who}>
            <Shell onSignOut={leave}>
              <AccountBanners />
              <BillingBanner />
              <OwnScreens operator={false} />
              <ProveAgain />
            </Shell>
          </SessionProvider>
        )
      }
    </Loaded>
  );
}
