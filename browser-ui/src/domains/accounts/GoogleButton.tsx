import { Button } from '@mantine/core';
import { IconBrandGoogle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { goToGoogle } from './commands';
import { useGoogleOffer } from './queries';

/** The way in by Google, where there is one. */
export function GoogleButton({ next }: { next?: string | undefined }) {
  const offer = useGoogleOffer();
  const going = useMutation({ mutationFn: () => goToGoogle(next), networkMode: 'always' });
  if (!offer.data?.offered) return null;
  return (
    <>
      {going.error && <ProblemBanner problem={Problem.of(going.error)} />}
      <Button
        variant="default"
        fullWidth
        mt="sm"
        leftSection={<IconBrandGoogle size={18} aria-hidden />}
        loading={going.isPending || going.isSuccess}
        onClick={() => {
          going.mutate();
        }}
      >
        {texts.google.button}
      </Button>
    </>
  );
}
