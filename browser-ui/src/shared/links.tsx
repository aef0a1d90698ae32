import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

/** Links of the router that look like Mantine's, with checked addresses. */
export const AnchorLink = createLink((props: AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>) => (
  <Anchor {...props} />
));

export const ButtonLink = createLink((props: ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>) => (
  <Button component="a" {...props} />
));

interface PaperLinkProps {
  /** Where the paper is. */
  href: string;
  children: string;
}

/** Opens a paper beside the screen, to be printed or kept. */
export function PaperLink({ href, children }: PaperLinkProps) {
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noopener"
      size="compact-sm"
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
    >
      {children}
    </Button>
  );
}
