import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay } from './session';

const PICTURES = {
  /** An open box. */
  box: (
    <>
      <path d="M20 44 60 30l40 14-40 15z" />
      <path d="M20 44v34l40 16V59M100 44v34L60 94" />
      <path d="M20 44 8 34l40-13 12 9 12-9 40 13-12 10" />
    </>
  ),
  /** A ledger's page. */
  page: (
    <>
      <path d="M34 16h38l16 16v64H34z" />
      <path d="M72 16v16h16M46 50h30M46 62h30M46 74h18" />
    </>
  ),
  /** Two people. */
  people: (
    <>
      <circle cx="46" cy="44" r="14" />
      <path d="M20 92c0-16 11-25 26-25s26 9 26 25" />
      <path d="M76 32a13 13 0 0 1 0 25M84 68c10 3 16 11 16 24" />
    </>
  ),
  /** A line that goes up. */
  chart: (
    <>
      <path d="M22 18v74h78" />
      <path d="m32 76 20-22 16 12 26-34" />
      <path d="M80 32h14v14" />
    </>
  ),
  /** A quiet cup. */
  calm: (
    <>
      <path d="M28 48h52v22a20 20 0 0 1-20 20H48a20 20 0 0 1-20-20z" />
      <path d="M80 54h6a10 10 0 0 1 0 20h-7M44 36c-4-6 4-8 0-14M62 36c-4-6 4-8 0-14M22 98h64" />
    </>
  ),
} as const;

interface EmptyProps {
  picture: keyof typeof PICTURES;
  title: string;
  text?: string;
  action?: ReactNode;
  /** The same, for those who may change the books. */
  step?: ReactNode;
}

/** An empty screen teaches: one picture, one sentence, one button. */
export function Empty({ picture, title, text, action, step }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md">
      <svg width="104" height="96" viewBox="0 0 120 110" className="emptyPicture" aria-hidden>
        {PICTURES[picture]}
      </svg>
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" ta="center" maw={420}>
          {text}
        </Text>
      )}
      {action && <div style={{ marginTop: 8 }}>{action}</div>}
      {step && <Step>{step}</Step>}
    </Stack>
  );
}

function Step({ children }: { children: ReactNode }) {
  return useMay('write') && <div style={{ marginTop: 8 }}>{children}</div>;
}
