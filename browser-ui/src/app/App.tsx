import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { onSignOutElsewhere, signedOut } from '../domains/accounts/queries';
import { router } from './router';
import { colorSchemes, theme } from './theme';

/** A session that ended is noticed by whatever asks next. */
function noticeSignOut(error: Error): void {
  if (Problem.of(error).code === 'accounts.sign-in-required') signedOut(queries);
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && Problem.of(error).mayBeRetried,
      retryDelay: (attempt) => 400 * 3 ** attempt,
      networkMode: 'always',
    },
  },
});

onSignOutElsewhere(() => {
  signedOut(queries);
});

export function App() {
  return (
    <MantineProvider theme={theme} colorSchemeManager={colorSchemes} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" limit={3} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
