import { Box, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { problemText, texts } from '../texts';
import { Empty } from './Empty';
import { AnchorLink } from './links';
import { useMay } from './session';

interface ScreenProps {
  title: string;
  /** Above the title, such as the way back to a list. */
  above?: ReactNode;
  badge?: ReactNode;
  lead?: ReactNode;
  /** How it can be looked at otherwise, or taken along. */
  views?: ReactNode;
  /** What can be done here, by those who may change the books. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: what it is, what can be done, and its content. */
export function Screen({ title, above, badge, lead, views, actions, children }: ScreenProps) {
  const doing = useMay('write') ? actions : undefined;
  useDocumentTitle(`${title} · ${texts.product}`);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Box miw={0}>
          {above}
          <Group gap="sm">
            <Title order={1} size="h2" className="screenTitle">
              {title}
            </Title>
            {badge}
          </Group>
          {lead && (
            <Text c="dimmed" size="sm" mt={2}>
              {lead}
            </Text>
          )}
        </Box>
        {(views !== undefined || doing !== undefined) && (
          <Group gap="xs">
            {views}
            {doing}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}

interface SectionProps {
  title: string;
  aside?: ReactNode;
  /** Whether all that it holds is for changing something: who may only look on sees it, and can't press it. */
  forWriters?: boolean;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Section({ title, aside, forWriters = false, children }: SectionProps) {
  const locked = !useMay('write') && forWriters;
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {aside}
      </Group>
      {locked ? (
        <fieldset disabled className="locked">
          {children}
        </fieldset>
      ) : (
        children
      )}
    </Paper>
  );
}

/** Facts by name, where empty ones are left out. */
export function Facts({ facts }: { facts: (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Shows what was asked for: a skeleton until it comes, or why it doesn't. What was shown stays while it is renewed. */
export function Loaded<T>({
  query,
  skeleton,
  children,
}: {
  query: UseQueryResult<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <LoadProblem error={query.error} retry={() => void query.refetch()} />;
  return skeleton ?? <SkeletonLines />;
}

function LoadProblem({ error, retry }: { error: Error; retry: () => void }) {
  const problem = Problem.of(error);
  if (problem.status === 404) {
    return (
      <Empty
        picture="page"
        title={texts.common.missing}
        text={texts.common.missingHint}
        action={<AnchorLink to="/">{texts.common.toToday}</AnchorLink>}
      />
    );
  }
  return (
    <Empty
      picture="page"
      title={problemText(problem.code)}
      action={<Button onClick={retry}>{texts.common.retry}</Button>}
    />
  );
}

export function SkeletonLines({ lines = 6 }: { lines?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label={texts.common.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={18} radius="sm" width={`${String(95 - ((index * 17) % 40))}%`} />
      ))}
    </Stack>
  );
}
