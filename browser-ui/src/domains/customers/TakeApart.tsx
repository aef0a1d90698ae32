import { Button } from '@mantine/core';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tellText } from '../../shared/notices';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useUnmergePerson } from './commands';

/** Takes back that a card was merged into another one. */
export function TakeApart({ card }: { card: { id: string; name: string } }) {
  const writes = useMay('write');
  const unmerge = useUnmergePerson();
  if (!writes) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={unmerge.pending}
        onClick={() => {
          unmerge.run(card.id, () => {
            tellText(texts.merge.takenApart(card.name));
          });
        }}
      >
        {texts.merge.takeApart}
      </Button>
      {unmerge.problem && <ProblemBanner problem={unmerge.problem} />}
    </>
  );
}
