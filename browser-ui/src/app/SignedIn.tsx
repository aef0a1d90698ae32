import { Container } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { signOut } from '../domains/accounts/commands';
import { useSignedIn } from '../domains/accounts/queries';
import { tellProblem } from '../shared/notices';
import { Loaded, SkeletonLines } from '../shared/Screen';
import { SessionProvider } from '../shared/session';
import { Shell } from '../shared/shell/Shell';

/** The door: nobody signed in goes to the sign-in, and comes back to where they wanted to be. */
export function SignedIn() {
  const session = useSignedIn();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const here = useLocation({ select: (location) => location.href });

  const leave = () => {
    signOut(queries)
      .then(() => navigate({ to: '/sign-in' }))
      .catch((error: unknown) => {
        tellProblem(Problem.of(error));
      });
  };

  return (
    <Loaded
      query={session}
      skeleton={
        <Container py="xl">
          <SkeletonLines />
        </Container>
      }
    >
      {(who) =>
        who === null ? (
          <Navigate to="/sign-in" search={here === '/' ? {} : { next: here }} replace />
        ) : (
          <SessionProvider value={who}>
            <Shell onSignOut={leave}>
              <Outlet />
            </Shell>
          </SessionProvider>
        )
      }
    </Loaded>
  );
}
